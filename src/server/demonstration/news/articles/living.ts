import type { DemoArticle } from '../types'

/** Of how to stay well. */
export const LIVING: DemoArticle[] = [
  {
    title: 'Tidur cukup: kebiasaan kecil yang besar pengaruhnya',
    categories: ['Hidup Sehat'],
    excerpt:
      'Orang dewasa umumnya perlu tidur tujuh jam atau lebih. Jam yang teratur lebih menolong daripada tidur panjang di akhir pekan.',
    reviewer: 'dokter2@sehat.test',
    daysAgo: 2,
    text: `Kurang tidur membuat kita lebih mudah lapar, lebih lambat berpikir, dan lebih mudah tersinggung. Bila berlangsung lama, kurang tidur berkaitan dengan tekanan darah tinggi, diabetes, dan depresi.

## Yang bisa dimulai malam ini

- Tidur dan bangun pada jam yang sama, juga di hari libur.
- Buat kamar gelap, sejuk, dan tenang.
- Jauhkan ponsel setengah jam sebelum tidur.
- Hindari kopi dan teh kental sejak sore.
- Bergerak di siang hari, tetapi jangan berolahraga berat tepat sebelum tidur.

## Bila tetap sulit tidur

Jangan memaksa diri berbaring berjam-jam. Bangun, lakukan hal yang tenang dengan cahaya redup, lalu kembali ke tempat tidur saat mengantuk. Temui dokter bila sulit tidur terjadi tiga malam atau lebih dalam sepekan selama beberapa minggu, atau bila Anda mendengkur keras dan tetap mengantuk di siang hari.

[[kursus Tidur Nyenyak dan Mengelola Stres]]

Obat tidur hanya dipakai dengan resep dan untuk waktu singkat. Jangan memakai obat milik orang lain.`,
    sources: [['About Sleep, CDC', 'https://www.cdc.gov/sleep/about/index.html']],
  },
  {
    title: 'Bergerak 150 menit sepekan tanpa ke pusat kebugaran',
    categories: ['Hidup Sehat'],
    excerpt:
      'Jalan cepat ke pasar, naik tangga, dan menyapu halaman juga dihitung. Yang penting teratur dan membuat napas lebih cepat.',
    daysAgo: 5,
    text: `Organisasi Kesehatan Dunia menganjurkan orang dewasa bergerak dengan intensitas sedang selama 150 sampai 300 menit dalam sepekan. Intensitas sedang berarti Anda masih bisa berbicara, tetapi tidak bisa bernyanyi.

## Membaginya dalam sepekan

1. Jalan cepat 30 menit, lima hari sepekan. Boleh dibagi menjadi tiga kali 10 menit.
2. Latihan otot dua hari sepekan: berdiri dan duduk dari kursi, mendorong tembok, mengangkat botol air.
3. Setiap satu jam duduk, berdirilah beberapa menit.

## Mulai pelan

Bila sudah lama tidak bergerak, mulailah dengan 10 menit sehari dan tambah sedikit demi sedikit. Sedikit bergerak selalu lebih baik daripada tidak sama sekali.

> Berhenti dan cari pertolongan bila muncul nyeri dada, sesak yang tidak biasa, atau rasa hendak pingsan.

Penyandang penyakit jantung, perempuan hamil, dan orang yang baru menjalani operasi sebaiknya bertanya kepada dokter tentang jenis gerak yang cocok.`,
    sources: [
      [
        'Physical activity, WHO',
        'https://www.who.int/news-room/fact-sheets/detail/physical-activity',
      ],
    ],
  },
  {
    title: 'Berhenti merokok: apa yang membantu pada pekan pertama',
    categories: ['Hidup Sehat'],
    excerpt:
      'Keinginan merokok datang seperti ombak: memuncak beberapa menit lalu reda. Rencana sederhana membantu melewatinya.',
    reviewer: 'dokter@sehat.test',
    daysAgo: 9,
    text: `Manfaat berhenti merokok terasa cepat. Dalam hitungan hari, penciuman dan pengecapan membaik; dalam hitungan bulan, batuk dan sesak berkurang. Risiko serangan jantung dan stroke terus menurun dari tahun ke tahun.

## Sebelum hari berhenti

- Pilih satu tanggal dan beri tahu keluarga.
- Catat kapan Anda biasa merokok: setelah makan, saat menunggu, saat kesal.
- Siapkan pengganti untuk saat itu: air putih, permen tanpa gula, berjalan sebentar.

## Saat ingin sekali merokok

Tunda lima menit, tarik napas dalam, minum air, dan lakukan sesuatu dengan tangan. Bila tergelincir satu batang, itu bukan kegagalan. Mulailah lagi pada hari yang sama.

## Minta bantuan

Konseling membuat peluang berhasil lebih besar. Kementerian Kesehatan menyediakan layanan telepon berhenti merokok, dan banyak puskesmas memiliki klinik berhenti merokok. Rokok elektronik bukan cara berhenti yang bebas risiko.`,
    sources: [['Tobacco, WHO', 'https://www.who.int/news-room/fact-sheets/detail/tobacco']],
  },
  {
    title: 'Mengelola stres dengan napas dan jeda',
    categories: ['Hidup Sehat'],
    excerpt:
      'Stres yang sesekali datang itu wajar. Latihan singkat setiap hari membantu tubuh kembali tenang.',
    reviewer: 'dokter2@sehat.test',
    daysAgo: 16,
    text: `Saat tertekan, jantung berdetak lebih cepat dan otot menegang. Tubuh bersiap menghadapi bahaya, walaupun yang dihadapi hanya tumpukan pekerjaan.

## Latihan tiga menit

1. Duduk dengan kaki menapak lantai.
2. Hirup napas lewat hidung dalam empat hitungan.
3. Hembuskan perlahan dalam enam hitungan.
4. Ulangi selama tiga menit. Bila pikiran melayang, kembalikan perhatian ke napas.

## Menjaga hari tetap berimbang

Tidur cukup, bergerak, makan teratur, dan berbicara dengan orang yang dipercaya adalah obat sehari-hari. Batasi berita dan media sosial bila membuat cemas.

## Kapan mencari bantuan

Cari bantuan tenaga kesehatan bila sedih atau cemas hampir sepanjang hari selama dua pekan atau lebih, bila pekerjaan dan hubungan terganggu, atau bila muncul pikiran untuk menyakiti diri. Dalam keadaan darurat hubungi 119 atau datang ke IGD terdekat. Anda tidak sendirian, dan keadaan ini dapat ditolong.

[[dokter dokter2@sehat.test]]`,
    sources: [
      [
        'Doing What Matters in Times of Stress, WHO',
        'https://www.who.int/publications/i/item/9789240003927',
      ],
    ],
  },
]
