import type { DemoArticle } from '../types'

/** Of what to eat and drink. */
export const NUTRITION: DemoArticle[] = [
  {
    title: 'Isi Piringku: cara mudah menyusun makanan seimbang',
    categories: ['Gizi'],
    excerpt:
      'Setengah piring untuk sayur dan buah, setengahnya lagi untuk makanan pokok dan lauk. Tidak perlu timbangan.',
    daysAgo: 3,
    text: `Isi Piringku adalah panduan Kementerian Kesehatan untuk sekali makan. Panduan ini menggantikan semboyan lama dengan gambar piring yang mudah diingat.

## Pembagiannya

- **Dua pertiga dari setengah piring** untuk sayur, sepertiganya untuk buah.
- **Dua pertiga dari setengah piring yang lain** untuk makanan pokok, sepertiganya untuk lauk.

Makanan pokok tidak harus nasi: jagung, ubi, singkong, dan sagu juga bisa. Lauk dapat berganti antara ikan, telur, ayam, tahu, dan tempe.

## Batasi tiga hal

Dalam sehari, batasi gula sampai empat sendok makan, garam satu sendok teh, dan minyak lima sendok makan untuk setiap orang. Angka ini sudah termasuk yang tersembunyi di jajanan dan minuman kemasan.

## Untuk keadaan khusus

Penyandang penyakit ginjal, diabetes, dan ibu hamil memerlukan pengaturan sendiri. Bicarakan dengan dokter atau ahli gizi sebelum mengubah pola makan secara besar.`,
    sources: [
      ['Ayo Sehat, Kementerian Kesehatan RI', 'https://ayosehat.kemkes.go.id/'],
      ['Healthy diet, WHO', 'https://www.who.int/news-room/fact-sheets/detail/healthy-diet'],
    ],
  },
  {
    title: 'Garam tersembunyi dalam makanan sehari-hari',
    categories: ['Gizi', 'Penyakit Tidak Menular'],
    excerpt:
      'Mi instan, kecap, ikan asin, dan camilan menyumbang garam lebih banyak daripada yang kita taburkan sendiri.',
    reviewer: 'dokter@sehat.test',
    daysAgo: 12,
    text: `Terlalu banyak natrium menaikkan tekanan darah. Organisasi Kesehatan Dunia menganjurkan orang dewasa makan kurang dari 2.000 miligram natrium sehari, kira-kira satu sendok teh garam.

## Dari mana datangnya

- Bumbu instan dan penyedap
- Kecap, saus, dan terasi
- Mi instan, terutama bumbunya
- Ikan asin, telur asin, dan daging olahan
- Keripik dan biskuit asin

## Cara mengurangi tanpa hambar

1. Kurangi sedikit demi sedikit; lidah menyesuaikan diri dalam beberapa pekan.
2. Pakai bawang, serai, jahe, daun jeruk, dan perasan jeruk.
3. Jangan menaruh garam dan kecap di meja makan.
4. Baca label: pilih produk dengan natrium lebih rendah per sajian.

[[kursus Mengendalikan Tekanan Darah Tinggi]]

Garam pengganti yang mengandung kalium tidak aman untuk sebagian orang, misalnya penyandang penyakit ginjal. Tanyakan dahulu kepada dokter.`,
    sources: [
      [
        'Sodium reduction, WHO',
        'https://www.who.int/news-room/fact-sheets/detail/sodium-reduction',
      ],
    ],
  },
  {
    title: 'Anemia pada remaja putri dan tablet tambah darah',
    categories: ['Gizi', 'Ibu dan Anak'],
    excerpt:
      'Lesu, pucat, dan sulit berkonsentrasi bisa menjadi tanda kurang darah. Pencegahannya murah dan tersedia.',
    reviewer: 'dokter2@sehat.test',
    daysAgo: 20,
    text: `Anemia berarti kadar hemoglobin dalam darah lebih rendah daripada seharusnya. Penyebab yang paling sering adalah kekurangan zat besi. Remaja putri lebih berisiko karena haid dan karena tubuh sedang tumbuh.

## Tanda yang sering diabaikan

Lesu, cepat lelah, pucat pada kelopak mata bagian dalam, pusing, dan sulit berkonsentrasi. Sebagian orang tidak merasakan apa-apa, sehingga pemeriksaan darah tetap diperlukan.

## Makanan sumber zat besi

Hati, daging, ikan, telur, tempe, kacang-kacangan, dan sayuran hijau. Buah yang kaya vitamin C membantu penyerapan. Teh dan kopi menghambatnya, jadi beri jarak satu sampai dua jam dari waktu makan.

## Tablet tambah darah

Program pemerintah menyediakan tablet tambah darah bagi remaja putri di sekolah. Tinja yang menjadi gelap setelah meminumnya adalah hal biasa.

[[obat OBT-0068]]

Bila sudah terdiagnosis anemia, jumlah dan lamanya minum ditentukan oleh tenaga kesehatan.`,
    sources: [['Anaemia, WHO', 'https://www.who.int/news-room/fact-sheets/detail/anaemia']],
  },
]
