import type { DemoArticle } from '../types'

/** Of what one catches. */
export const INFECTIONS: DemoArticle[] = [
  {
    title: 'Demam berdarah: kenali tanda bahayanya',
    categories: ['Penyakit Menular'],
    excerpt:
      'Masa kritis justru datang saat demam turun. Ketahui kapan harus segera ke rumah sakit.',
    reviewer: 'dokter@sehat.test',
    daysAgo: 1,
    text: `Demam berdarah dengue ditularkan oleh nyamuk *Aedes aegypti* yang menggigit pada pagi dan sore hari. Gejalanya demam tinggi mendadak, sakit kepala, nyeri di belakang mata, nyeri otot dan sendi, mual, serta bintik merah di kulit.

## Tanda bahaya

Segera ke rumah sakit bila muncul salah satu dari tanda ini, terutama pada hari ketiga sampai ketujuh ketika demam mulai turun:

- nyeri perut hebat
- muntah terus-menerus
- perdarahan dari gusi atau hidung, atau tinja hitam
- sangat lemas, gelisah, atau tangan dan kaki dingin
- buang air kecil jauh berkurang

## Yang dapat dilakukan di rumah

Istirahat dan banyak minum. Untuk demam dan nyeri, pilih paracetamol sesuai petunjuk kemasan. **Jangan** memakai ibuprofen atau aspirin, karena dapat menambah risiko perdarahan.

[[obat OBT-0001]]

## Mencegah

Kuras dan tutup penampungan air, daur ulang barang bekas, dan periksa jentik sekali sepekan. Pakai kelambu atau losion anti nyamuk.`,
    sources: [
      [
        'Dengue and severe dengue, WHO',
        'https://www.who.int/news-room/fact-sheets/detail/dengue-and-severe-dengue',
      ],
      ['Kementerian Kesehatan RI', 'https://kemkes.go.id/'],
    ],
  },
  {
    title: 'Diare pada anak: cairan lebih penting daripada obat',
    categories: ['Penyakit Menular', 'Ibu dan Anak'],
    excerpt:
      'Bahaya utama diare adalah kehilangan cairan. Oralit dan zinc adalah pertolongan pertama yang terbukti.',
    reviewer: 'dokter2@sehat.test',
    daysAgo: 4,
    text: `Diare berarti buang air besar cair tiga kali atau lebih dalam sehari. Pada anak kecil, cairan tubuh cepat sekali berkurang.

## Langkah di rumah

1. Beri oralit sedikit demi sedikit setiap kali anak buang air besar cair.
2. Teruskan ASI dan makanan seperti biasa.
3. Beri zinc sesuai petunjuk tenaga kesehatan, dan habiskan walaupun diare sudah berhenti.
4. Cuci tangan dengan sabun sebelum menyiapkan makanan dan setelah membersihkan anak.

[[obat OBT-0055]]

[[obat OBT-0056]]

## Kapan harus ke dokter

Bawa anak segera bila tampak sangat lemas, matanya cekung, tidak mau minum, muntah terus, ada darah dalam tinja, demam tinggi, atau tidak buang air kecil selama enam jam. Bayi di bawah enam bulan sebaiknya selalu diperiksakan.

Antibiotik dan obat penghenti diare tidak diberikan kepada anak tanpa pemeriksaan dokter.`,
    sources: [
      [
        'Diarrhoeal disease, WHO',
        'https://www.who.int/news-room/fact-sheets/detail/diarrhoeal-disease',
      ],
    ],
  },
  {
    title: 'Tuberkulosis dapat sembuh bila obat diminum sampai tuntas',
    categories: ['Penyakit Menular'],
    excerpt:
      'Batuk lebih dari dua pekan perlu diperiksa. Pengobatannya gratis di puskesmas, tetapi perlu kesabaran.',
    reviewer: 'dokter@sehat.test',
    daysAgo: 8,
    text: `Tuberkulosis atau TBC disebabkan oleh kuman yang menyebar lewat udara ketika penderita batuk atau bersin. Yang paling sering terkena adalah paru.

## Gejala

Batuk dua pekan atau lebih, kadang berdarah; demam terutama malam hari; keringat malam tanpa sebab; nafsu makan dan berat badan turun.

## Pengobatan

Obat diminum setiap hari selama sekurangnya enam bulan. Setelah beberapa pekan badan terasa membaik, tetapi kuman belum habis. Berhenti di tengah jalan dapat membuat kuman kebal, dan pengobatannya menjadi lebih lama dan lebih berat. Seorang pengawas minum obat, biasanya anggota keluarga, sangat membantu.

## Melindungi orang di rumah

- Tutup mulut saat batuk dan pakai masker pada awal pengobatan.
- Buka jendela setiap hari agar udara berganti.
- Anggota serumah, terutama anak, perlu diperiksa dan mungkin memerlukan pengobatan pencegahan.

TBC tidak menular lewat piring, salaman, atau keturunan. Dukungan keluarga adalah bagian dari pengobatan.`,
    sources: [
      ['Tuberculosis, WHO', 'https://www.who.int/news-room/fact-sheets/detail/tuberculosis'],
    ],
  },
  {
    title: 'Batuk pilek: kapan cukup istirahat di rumah',
    categories: ['Penyakit Menular'],
    excerpt:
      'Sebagian besar batuk pilek disebabkan virus dan sembuh sendiri dalam tujuh sampai sepuluh hari.',
    daysAgo: 14,
    text: `Hidung tersumbat, bersin, tenggorokan gatal, dan batuk ringan biasanya disebabkan virus. Antibiotik tidak bekerja terhadap virus dan tidak mempercepat kesembuhan.

## Yang meringankan

- Istirahat dan minum cukup.
- Hirup uap hangat atau mandi air hangat.
- Berkumur air garam untuk tenggorokan yang sakit.
- Madu satu sendok sebelum tidur dapat meredakan batuk. Jangan beri madu kepada bayi di bawah satu tahun.

Obat batuk pilek yang dijual bebas hanya mengurangi gejala. Baca labelnya: beberapa merek berisi bahan yang sama, misalnya paracetamol, sehingga tidak boleh digabung.

[[obat OBT-0042]]

## Periksakan diri bila

Napas sesak atau cepat, demam lebih dari tiga hari, nyeri dada, dahak berdarah, atau gejala membaik lalu memburuk lagi. Bayi, lansia, dan penyandang penyakit menahun sebaiknya diperiksa lebih awal.

Pakai masker dan cuci tangan agar tidak menulari orang lain.`,
    sources: [['Common cold, NHS', 'https://www.nhs.uk/conditions/common-cold/']],
  },
]
