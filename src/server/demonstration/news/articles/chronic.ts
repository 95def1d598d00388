import type { DemoArticle } from '../types'

/** Of what stays, and can be lived with. */
export const CHRONIC: DemoArticle[] = [
  {
    title: 'Hipertensi: pembunuh senyap yang dapat dikendalikan',
    categories: ['Penyakit Tidak Menular'],
    excerpt:
      'Kebanyakan penyandang hipertensi tidak merasakan apa-apa. Satu-satunya cara mengetahuinya adalah mengukur.',
    reviewer: 'dokter@sehat.test',
    daysAgo: 6,
    text: `Tekanan darah disebut tinggi bila hasil pengukuran pada dua hari yang berbeda menunjukkan 140/90 mmHg atau lebih. Bila dibiarkan, hipertensi merusak jantung, otak, ginjal, dan mata.

## Siapa yang lebih berisiko

Orang yang berusia lanjut, memiliki keluarga dengan hipertensi, makan banyak garam, kurang bergerak, merokok, minum alkohol, atau kelebihan berat badan.

## Mengukur dengan benar

1. Duduk tenang lima menit, punggung bersandar, kaki menapak lantai.
2. Jangan minum kopi, merokok, atau berolahraga setengah jam sebelumnya.
3. Letakkan lengan setinggi jantung, jangan berbicara saat mengukur.
4. Ukur dua kali dengan jeda satu menit, dan catat keduanya.

[[kursus Mengendalikan Tekanan Darah Tinggi]]

## Obat diminum teratur

Obat menjaga tekanan darah selama diminum. Tekanan darah yang sudah normal adalah tanda obat bekerja, bukan tanda boleh berhenti. Ubah dosis hanya bersama dokter.

> Nyeri dada, bicara pelo, wajah mencong, atau lemah sebelah badan adalah keadaan darurat: hubungi 119.`,
    sources: [
      ['Hypertension, WHO', 'https://www.who.int/news-room/fact-sheets/detail/hypertension'],
    ],
  },
  {
    title: 'Diabetes tipe 2: memahami angka gula darah',
    categories: ['Penyakit Tidak Menular'],
    excerpt:
      'Gula darah puasa, gula darah sewaktu, dan HbA1c menceritakan hal yang berbeda. Inilah cara membacanya.',
    reviewer: 'dokter@sehat.test',
    daysAgo: 11,
    text: `Pada diabetes tipe 2, tubuh tidak dapat memakai insulin dengan baik sehingga gula menumpuk di dalam darah. Gejalanya sering haus, sering buang air kecil, dan mudah lelah, tetapi banyak orang tidak merasakannya selama bertahun-tahun.

## Tiga pemeriksaan

- **Gula darah puasa** diperiksa setelah delapan jam tidak makan.
- **Gula darah sewaktu** diperiksa kapan saja.
- **HbA1c** menunjukkan rata-rata gula darah selama dua sampai tiga bulan terakhir.

Satu hasil yang tinggi belum tentu berarti diabetes. Dokter biasanya memastikan dengan pemeriksaan ulang.

## Empat tiang pengendalian

Makan dengan porsi dan jam yang teratur, bergerak setiap hari, minum obat sesuai resep, dan memeriksakan gula darah, tekanan darah, mata, ginjal, serta kaki secara berkala.

[[kursus Hidup Sehat dengan Diabetes]]

## Gula darah terlalu rendah

Gemetar, keringat dingin, dan bingung pada orang yang memakai obat diabetes adalah tanda gula darah terlalu rendah. Beri minuman manis bila ia sadar, lalu periksakan. Bila tidak sadar, jangan beri apa pun lewat mulut dan hubungi 119.`,
    sources: [['Diabetes, WHO', 'https://www.who.int/news-room/fact-sheets/detail/diabetes']],
  },
  {
    title: 'Mengenal tanda stroke dengan SeGeRa Ke RS',
    categories: ['Penyakit Tidak Menular'],
    excerpt:
      'Senyum tidak simetris, gerak separuh badan melemah, bicara pelo: setiap menit berharga.',
    reviewer: 'dokter@sehat.test',
    daysAgo: 18,
    text: `Stroke terjadi ketika aliran darah ke sebagian otak terhenti atau pembuluh darahnya pecah. Semakin cepat ditolong, semakin banyak bagian otak yang selamat.

## SeGeRa Ke RS

- **Se**nyum tidak simetris, mencong ke satu sisi
- **Ge**rak separuh anggota tubuh melemah tiba-tiba
- bica**Ra** pelo, atau tiba-tiba tidak dapat bicara
- **Ke**bas atau kesemutan separuh tubuh
- **R**abun pandangan satu mata tiba-tiba
- **S**akit kepala hebat yang tidak pernah dirasakan sebelumnya

## Yang harus dilakukan

Hubungi 119 atau segera bawa ke rumah sakit. Catat jam gejala mulai terlihat. Baringkan miring bila muntah. Jangan memberi makan, minum, atau obat, karena dapat tersedak. Jangan menusuk jari dengan jarum.

Gejala yang hilang sendiri dalam beberapa menit tetap harus diperiksa hari itu juga, karena dapat mendahului stroke yang lebih berat.

[[kursus Pertolongan Pertama di Rumah]]`,
    sources: [
      [
        'Cardiovascular diseases, WHO',
        'https://www.who.int/news-room/fact-sheets/detail/cardiovascular-diseases-(cvds)',
      ],
      ['Kementerian Kesehatan RI', 'https://kemkes.go.id/'],
    ],
  },
]
