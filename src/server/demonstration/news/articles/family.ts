import type { DemoArticle } from '../types'

/** Of mothers and children. */
export const FAMILY: DemoArticle[] = [
  {
    title: 'ASI eksklusif: enam bulan pertama',
    categories: ['Ibu dan Anak'],
    excerpt:
      'Air susu ibu saja sudah cukup sampai bayi berusia enam bulan. Inilah tanda bahwa bayi mendapat cukup.',
    reviewer: 'dokter2@sehat.test',
    daysAgo: 13,
    text: `Organisasi Kesehatan Dunia menganjurkan bayi mulai menyusu dalam satu jam setelah lahir, dan hanya menerima ASI selama enam bulan: tanpa air, madu, atau makanan lain.

## Tanda bayi mendapat cukup ASI

- Menyusu delapan sampai dua belas kali sehari pada pekan-pekan awal.
- Popok basah enam kali atau lebih sehari setelah hari kelima.
- Berat badan naik sesuai garis pada Buku KIA.
- Tampak tenang setelah menyusu.

## Bila terasa sakit

Nyeri biasanya berarti pelekatan belum tepat. Mulut bayi perlu terbuka lebar dan sebagian besar areola masuk. Bidan atau konselor laktasi dapat membantu.

Payudara yang merah, keras, dan disertai demam perlu diperiksa. Biasanya ibu tetap boleh menyusui.

## Kembali bekerja

ASI dapat diperah dan disimpan. Undang-undang melindungi waktu ibu untuk memerah ASI di tempat kerja.`,
    sources: [
      [
        'Infant and young child feeding, WHO',
        'https://www.who.int/news-room/fact-sheets/detail/infant-and-young-child-feeding',
      ],
    ],
  },
  {
    title: 'Imunisasi dasar: jadwal dan hal yang sering ditanyakan',
    categories: ['Ibu dan Anak'],
    excerpt:
      'Demam ringan setelah imunisasi adalah hal biasa. Yang tertinggal masih dapat dikejar.',
    reviewer: 'dokter2@sehat.test',
    daysAgo: 17,
    text: `Imunisasi melindungi anak dari penyakit seperti campak, difteri, polio, dan hepatitis B. Semakin banyak anak yang diimunisasi, semakin terlindungi pula bayi yang belum cukup umur.

## Di mana dan kapan

Imunisasi program pemerintah tidak dipungut biaya di posyandu dan puskesmas. Jadwalnya ada di Buku KIA. Bawalah buku itu setiap kali datang.

## Sering ditanyakan

### Anak sedang pilek, bolehkah?

Pilek ringan biasanya bukan halangan. Petugas akan memeriksa dahulu.

### Anak demam setelah disuntik

Demam ringan dan bengkak di tempat suntikan lazim terjadi dan hilang dalam satu atau dua hari. Beri lebih banyak minum dan pakaian tipis. Periksakan bila demam tinggi, anak terus menangis lebih dari tiga jam, atau kejang.

### Jadwalnya terlewat

Tidak perlu mengulang dari awal. Datang saja, petugas akan mengatur imunisasi kejar.`,
    sources: [
      [
        'Immunization coverage, WHO',
        'https://www.who.int/news-room/fact-sheets/detail/immunization-coverage',
      ],
      ['Ikatan Dokter Anak Indonesia', 'https://www.idai.or.id/'],
    ],
  },
  {
    title: 'Demam pada anak: tenang, ukur, dan amati',
    categories: ['Ibu dan Anak', 'Obat'],
    excerpt:
      'Demam adalah cara tubuh melawan infeksi. Keadaan anak lebih penting daripada angka di termometer.',
    reviewer: 'dokter2@sehat.test',
    daysAgo: 24,
    text: `Suhu 38 °C atau lebih disebut demam. Ukur dengan termometer di ketiak; telapak tangan tidak dapat diandalkan.

## Yang membantu

- Beri minum lebih sering.
- Pakaikan baju tipis, jangan diselimuti tebal.
- Kompres dengan air hangat suam, bukan air dingin atau alkohol.
- Obat penurun panas diberikan bila anak tidak nyaman, dengan takaran menurut berat badan seperti pada kemasan.

[[obat OBT-0002]]

[[obat OBT-0006]]

Jangan memberi aspirin kepada anak. Jangan memberi ibuprofen bila dicurigai demam berdarah.

## Segera ke dokter

- Bayi di bawah tiga bulan dengan suhu 38 °C atau lebih.
- Anak sangat mengantuk, sulit dibangunkan, atau kejang.
- Napas cepat atau sesak.
- Ruam yang tidak hilang saat ditekan, atau leher kaku.
- Tidak mau minum, atau tidak buang air kecil enam jam.
- Demam lebih dari tiga hari.

[[kursus Pertolongan Pertama di Rumah]]`,
    sources: [['Ikatan Dokter Anak Indonesia', 'https://www.idai.or.id/']],
  },
  {
    title: 'Persiapan persalinan: tas, transportasi, dan tanda mulai',
    categories: ['Ibu dan Anak'],
    excerpt: 'Daftar singkat untuk dibicarakan bersama keluarga sejak kehamilan tujuh bulan.',
    daysAgo: -2,
    text: `Persalinan dapat mulai lebih awal daripada perkiraan. Rencana yang dibicarakan bersama membuat semua orang lebih tenang.

## Dibicarakan sejak bulan ketujuh

1. Di mana ibu akan bersalin, dan siapa yang menemani.
2. Kendaraan dan pengemudinya, siang dan malam.
3. Kartu jaminan kesehatan dan Buku KIA di satu tempat.
4. Calon pendonor darah.

## Tanda persalinan mulai

Mulas yang teratur dan makin sering, keluar lendir bercampur darah, atau ketuban pecah. Segera ke fasilitas kesehatan bila keluar darah banyak, sakit kepala hebat dengan pandangan kabur, atau gerak bayi berkurang.`,
    sources: [['Ayo Sehat, Kementerian Kesehatan RI', 'https://ayosehat.kemkes.go.id/']],
  },
  {
    title: 'Rabies: pertolongan pertama setelah digigit anjing',
    categories: ['Penyakit Menular'],
    excerpt: 'Cuci luka dengan sabun dan air mengalir selama 15 menit, lalu segera ke puskesmas.',
    daysAgo: 'draft',
    text: `Rabies hampir selalu mematikan setelah gejalanya muncul, tetapi dapat dicegah bila luka ditangani dengan segera.

## Lima belas menit yang menentukan

Cuci luka dengan sabun dan air mengalir selama 15 menit. Setelah itu segera ke puskesmas atau rumah sakit, walaupun lukanya kecil. Jangan menjahit luka sendiri dan jangan menaburinya dengan kopi atau kunyit.

(Masih menunggu tinjauan dokter: daftar rumah sakit rujukan.)`,
    sources: [['Rabies, WHO', 'https://www.who.int/news-room/fact-sheets/detail/rabies']],
  },
]
