import type { DemoArticle } from '../types'

/** Of medicine, and how to take it. */
export const MEDICINES: DemoArticle[] = [
  {
    title: 'Membaca golongan obat dari lingkaran di kemasannya',
    categories: ['Obat'],
    excerpt:
      'Hijau, biru, atau merah dengan huruf K: lingkaran kecil itu memberi tahu di mana dan bagaimana obat boleh dibeli.',
    daysAgo: 7,
    text: `Setiap kemasan obat di Indonesia memiliki tanda golongan. Mengenalnya membantu kita membeli dan memakai obat dengan aman.

## Tiga golongan yang paling sering ditemui

- **Lingkaran hijau, obat bebas.** Dapat dibeli tanpa resep. Tetap baca aturan pakainya.
- **Lingkaran biru, obat bebas terbatas.** Dapat dibeli tanpa resep, dengan peringatan khusus pada kemasan.
- **Lingkaran merah dengan huruf K, obat keras.** Hanya dengan resep dokter. Antibiotik termasuk di sini.

[[obat OBT-0001]]

[[obat OBT-0004]]

[[obat OBT-0017]]

## Cek KLIK sebelum memakai

Badan POM menganjurkan Cek KLIK: periksa **K**emasan, **L**abel, **I**zin edar, dan **K**edaluwarsa. Nomor izin edar dapat dicari di situs Badan POM.

## Simpan kemasannya

Jangan memindahkan obat ke wadah tanpa nama. Pada kemasan tertulis tanggal kedaluwarsa, aturan pakai, dan peringatan yang Anda perlukan nanti.`,
    sources: [['Cek produk, Badan POM', 'https://cekbpom.pom.go.id/']],
  },
  {
    title: 'Antibiotik bukan obat untuk semua demam',
    categories: ['Obat', 'Penyakit Menular'],
    excerpt:
      'Memakai antibiotik saat tidak perlu membuat kuman kebal, dan suatu hari obat itu tidak menolong lagi.',
    reviewer: 'dokter2@sehat.test',
    daysAgo: 10,
    text: `Antibiotik melawan bakteri. Flu, batuk pilek, dan sebagian besar sakit tenggorokan disebabkan virus, sehingga antibiotik tidak berguna untuk penyakit itu.

## Mengapa kuman menjadi kebal

Setiap kali antibiotik dipakai, bakteri yang peka mati, sedangkan yang kebal tinggal dan berkembang. Resistansi antimikroba membuat infeksi biasa menjadi sulit diobati dan operasi menjadi lebih berisiko.

## Lima kebiasaan yang melindungi

1. Pakai antibiotik hanya dengan resep.
2. Ikuti aturan pakai dari dokter, dan tanyakan bila ragu.
3. Jangan menyimpan sisa untuk lain waktu.
4. Jangan membagi antibiotik kepada orang lain.
5. Cegah infeksi: cuci tangan, vaksinasi, dan makanan yang bersih.

Bila muncul ruam, bengkak di wajah, atau sesak setelah minum obat, hentikan dan cari pertolongan segera. Itu dapat menjadi tanda alergi.

[[kursus Memakai Obat dengan Benar]]`,
    sources: [
      [
        'Antimicrobial resistance, WHO',
        'https://www.who.int/news-room/fact-sheets/detail/antimicrobial-resistance',
      ],
    ],
  },
  {
    title: 'Menyimpan dan membuang obat di rumah',
    categories: ['Obat'],
    excerpt:
      'Kamar mandi dan dapur bukan tempat yang baik untuk obat. Obat kedaluwarsa pun tidak boleh dibuang sembarangan.',
    daysAgo: 15,
    text: `Obat rusak oleh panas, cahaya, dan lembap. Kotak tertutup di lemari kamar yang sejuk biasanya lebih baik daripada kamar mandi, dapur, atau mobil.

## Menyimpan

- Simpan di luar jangkauan dan pandangan anak.
- Biarkan dalam kemasan aslinya.
- Sirup dan tetes mata yang sudah dibuka memiliki batas waktu pakai; tulis tanggal membukanya.
- Insulin dan beberapa obat lain disimpan di lemari es, bukan di pembeku.

## Membuang

1. Keluarkan obat dari kemasan.
2. Campur dengan tanah atau ampas kopi dalam wadah tertutup.
3. Buang ke tempat sampah, bukan ke kloset atau selokan.
4. Gunting kemasan dan hapus nama Anda dari etiket.

Beberapa apotek menerima obat kedaluwarsa untuk dimusnahkan. Tanyakan kepada apoteker.

## Periksa dua kali setahun

Pilih dua tanggal yang mudah diingat. Buang yang kedaluwarsa, berubah warna, atau tidak lagi berlabel.`,
    sources: [['Badan Pengawas Obat dan Makanan', 'https://www.pom.go.id/']],
  },
  {
    title: 'Paracetamol: aman bila tidak berlebihan',
    categories: ['Obat'],
    excerpt:
      'Pereda nyeri yang paling banyak dipakai ini ada di dalam puluhan merek. Menggabungkannya tanpa sengaja dapat merusak hati.',
    reviewer: 'dokter@sehat.test',
    daysAgo: 22,
    text: `Paracetamol meredakan nyeri dan menurunkan demam. Bagi kebanyakan orang obat ini aman bila aturan pada kemasan diikuti.

## Yang perlu diperhatikan

- Jangan melebihi jumlah sehari yang tertulis pada kemasan.
- Beri jarak antar waktu minum seperti yang tertulis.
- Banyak obat flu sudah mengandung paracetamol. Baca komposisinya sebelum minum dua obat sekaligus.
- Untuk anak, takaran mengikuti berat badan: pakai sendok takar dari kemasan dan tanyakan kepada apoteker.

[[obat OBT-0002]]

## Tanyakan dahulu kepada dokter bila

Anda memiliki penyakit hati atau ginjal, minum alkohol setiap hari, berat badan sangat rendah, atau sedang memakai pengencer darah.

## Terlanjur terlalu banyak

Segera ke IGD atau hubungi 119, **walaupun badan terasa sehat**. Kerusakan hati baru terasa setelah satu atau dua hari, dan penawarnya bekerja paling baik bila diberikan sejak awal.`,
    sources: [
      ['Paracetamol for adults, NHS', 'https://www.nhs.uk/medicines/paracetamol-for-adults/'],
    ],
  },
]
