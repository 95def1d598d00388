/** A lesson of the demonstration; `sheet` is drawn and kept as a file. */
type DemoLesson =
  { title: string; preview?: true; text: string } | { title: string; sheet: string[] }

export type DemoCourse = {
  title: string
  instructor: string
  price: number
  description: string
  colour: string
  lessons: DemoLesson[]
}

/** What is taught in the demonstration: general knowledge of health, in plain words. */
export const COURSES: DemoCourse[] = [
  {
    title: 'Hidup Sehat dengan Diabetes',
    instructor: 'dr. Dimas Pratama',
    price: 250_000,
    colour: '#0b6e5b',
    description:
      'Memahami gula darah, menyusun piring makan, dan menjaga kaki. Untuk penyandang diabetes tipe 2 dan keluarganya.',
    lessons: [
      {
        title: 'Apa yang terjadi saat gula darah naik',
        preview: true,
        text: 'Gula dari makanan masuk ke darah, dan insulin membantunya masuk ke sel tubuh. Pada diabetes tipe 2, sel kurang peka terhadap insulin sehingga gula menumpuk di darah. Gejalanya dapat berupa sering haus, sering buang air kecil, mudah lelah, dan luka yang lambat sembuh, tetapi banyak orang tidak merasakan apa pun. Karena itu pemeriksaan gula darah berkala penting, terutama bila ada riwayat diabetes di keluarga.',
      },
      {
        title: 'Piring makan yang seimbang',
        text: 'Isi setengah piring dengan sayur, seperempat dengan sumber karbohidrat seperti nasi merah, jagung, atau ubi, dan seperempat dengan lauk berprotein. Pilih buah utuh, bukan jus. Makan pada jam yang teratur membantu menjaga gula darah tetap stabil. Kurangi minuman manis lebih dahulu: satu gelas teh manis dapat mengandung dua sampai tiga sendok makan gula.',
      },
      {
        title: 'Merawat kaki setiap hari',
        text: 'Gula darah tinggi dapat mengurangi rasa di kaki, sehingga luka kecil tidak terasa. Periksa telapak dan sela jari setiap malam, cuci dengan air hangat kuku, keringkan, dan gunakan pelembap kecuali di sela jari. Pakai alas kaki yang pas, juga di dalam rumah. Segera periksakan luka yang tidak membaik dalam dua hari.',
      },
      {
        title: 'Lembar catatan gula darah',
        sheet: ['Tanggal', 'Sebelum makan', '2 jam sesudah makan', 'Catatan'],
      },
    ],
  },
  {
    title: 'Mengendalikan Tekanan Darah Tinggi',
    instructor: 'dr. Eka Wulandari',
    price: 200_000,
    colour: '#8a3ffc',
    description:
      'Cara mengukur tekanan darah dengan benar di rumah, mengurangi garam, dan minum obat dengan teratur.',
    lessons: [
      {
        title: 'Membaca dua angka',
        preview: true,
        text: 'Angka atas (sistolik) adalah tekanan saat jantung memompa, angka bawah (diastolik) saat jantung beristirahat. Pada kebanyakan orang dewasa, hasil di rumah yang berulang kali mencapai 135/85 mmHg atau lebih perlu dibicarakan dengan dokter. Satu kali hasil tinggi belum berarti hipertensi: stres, kopi, dan baru naik tangga pun menaikkan angka.',
      },
      {
        title: 'Mengukur di rumah dengan benar',
        text: 'Duduk tenang lima menit, punggung bersandar, kedua kaki menapak lantai, dan lengan setinggi jantung. Jangan merokok, minum kopi, atau berolahraga dalam tiga puluh menit sebelumnya. Ukur dua kali dengan jeda satu menit, pagi sebelum minum obat dan malam sebelum tidur, lalu catat hasilnya.',
      },
      {
        title: 'Garam yang tersembunyi',
        text: 'Batas anjuran adalah sekitar satu sendok teh garam sehari dari semua makanan. Sebagian besar tidak berasal dari dapur, melainkan dari mi instan, kecap, saus, ikan asin, kerupuk, dan makanan kemasan. Baca label natrium, gunakan rempah, bawang, dan jeruk nipis sebagai penguat rasa, dan cicipi dahulu sebelum menambah garam.',
      },
      {
        title: 'Lembar catatan tekanan darah',
        sheet: ['Tanggal', 'Pagi', 'Malam', 'Obat diminum'],
      },
    ],
  },
  {
    title: 'Pertolongan Pertama di Rumah',
    instructor: 'dr. Dimas Pratama',
    price: 150_000,
    colour: '#d02670',
    description:
      'Langkah pertama yang tenang dan benar: luka, luka bakar, tersedak, pingsan, dan kapan memanggil bantuan.',
    lessons: [
      {
        title: 'Tiga hal pertama',
        preview: true,
        text: 'Pastikan tempatnya aman bagi Anda, periksa apakah korban menyahut dan bernapas, lalu panggil bantuan. Di Indonesia, nomor darurat medis adalah 119. Sebutkan lokasi, apa yang terjadi, dan jumlah korban. Jangan menutup telepon sebelum diminta.',
      },
      {
        title: 'Luka dan perdarahan',
        text: 'Cuci tangan, tekan luka dengan kain bersih selama sepuluh menit tanpa mengintip, dan tinggikan bagian yang luka. Bilas luka kecil dengan air mengalir, lalu tutup dengan plester. Perdarahan yang tidak berhenti, luka yang dalam, atau luka gigitan perlu dibawa ke fasilitas kesehatan.',
      },
      {
        title: 'Luka bakar',
        text: 'Dinginkan luka bakar dengan air mengalir bersuhu biasa selama dua puluh menit. Lepaskan cincin atau jam sebelum bengkak. Jangan memakai pasta gigi, mentega, kecap, atau es. Tutup longgar dengan kain bersih. Luka bakar di wajah, tangan, atau yang lebih lebar dari telapak tangan perlu dokter.',
      },
      {
        title: 'Tersedak',
        text: 'Minta korban batuk. Bila tidak dapat bersuara, berikan lima tepukan kuat di antara tulang belikat, lalu lima hentakan perut ke dalam dan ke atas, bergantian. Pada bayi, gunakan tepukan punggung dan tekanan dada dengan dua jari, bukan hentakan perut. Bila korban tidak sadar, mulai resusitasi dan panggil 119.',
      },
    ],
  },
  {
    title: 'Gizi Seimbang untuk Balita',
    instructor: 'dr. Eka Wulandari',
    price: 175_000,
    colour: '#f1620b',
    description:
      'Makanan pendamping ASI, porsi yang wajar, dan membaca kurva pertumbuhan tanpa cemas berlebihan.',
    lessons: [
      {
        title: 'Mulai makan pada enam bulan',
        preview: true,
        text: 'Pada usia sekitar enam bulan, bayi mulai membutuhkan makanan selain ASI. Tanda siapnya: kepala tegak, dapat duduk dengan bantuan, dan tertarik pada makanan. Mulai dengan dua sampai tiga sendok makan bubur kental, dua kali sehari, dan teruskan pemberian ASI.',
      },
      {
        title: 'Protein hewani setiap hari',
        text: 'Telur, ikan, ayam, hati, dan daging mengandung protein dan zat besi yang dibutuhkan untuk mencegah stunting dan anemia. Satu butir telur atau sepotong ikan setiap hari sudah berarti. Haluskan atau cincang sesuai usia, dan kenalkan satu per satu untuk melihat reaksi alergi.',
      },
      {
        title: 'Anak yang susah makan',
        text: 'Orang tua menentukan apa, kapan, dan di mana; anak menentukan seberapa banyak. Jadwalkan tiga kali makan dan dua kali selingan, paling lama tiga puluh menit, tanpa layar. Tawarkan makanan baru sepuluh sampai lima belas kali sebelum menyimpulkan anak tidak suka. Periksakan bila berat badan tidak naik dua bulan berturut-turut.',
      },
    ],
  },
  {
    title: 'Memakai Obat dengan Benar',
    instructor: 'Apoteker Sehat',
    price: 0,
    colour: '#0f62fe',
    description:
      'Kursus gratis: membaca etiket, menyimpan obat, antibiotik, dan pertanyaan yang baik untuk apoteker.',
    lessons: [
      {
        title: 'Membaca etiket dan golongan obat',
        preview: true,
        text: 'Lingkaran hijau menandai obat bebas, biru obat bebas terbatas, dan merah dengan huruf K obat keras yang memerlukan resep. Tiga kali sehari berarti setiap delapan jam, bukan hanya saat makan. Perhatikan apakah obat diminum sebelum atau sesudah makan, dan tanggal kedaluwarsanya.',
      },
      {
        title: 'Antibiotik bukan untuk semua demam',
        text: 'Antibiotik bekerja pada bakteri, bukan virus. Batuk pilek dan kebanyakan sakit tenggorokan disebabkan virus. Minum antibiotik hanya dengan resep, sesuai jumlah dan lamanya, dan jangan menyimpan sisa untuk lain kali. Pemakaian yang tidak perlu membuat bakteri kebal.',
      },
      {
        title: 'Menyimpan dan membuang obat',
        text: 'Simpan obat di tempat sejuk, kering, dan jauh dari jangkauan anak; kamar mandi terlalu lembap. Sirup yang sudah dibuka umumnya bertahan tiga puluh hari. Untuk membuang, keluarkan obat dari kemasan, campur dengan ampas kopi atau tanah, masukkan ke kantong tertutup, dan rusak labelnya.',
      },
    ],
  },
  {
    title: 'Tidur Nyenyak dan Mengelola Stres',
    instructor: 'dr. Eka Wulandari',
    price: 125_000,
    colour: '#393939',
    description:
      'Kebiasaan tidur yang baik, latihan pernapasan, dan tanda bahwa saatnya meminta bantuan.',
    lessons: [
      {
        title: 'Mengapa tidur penting',
        preview: true,
        text: 'Orang dewasa membutuhkan tujuh sampai sembilan jam tidur. Saat tidur, tubuh memperbaiki jaringan, mengatur hormon lapar, dan menyimpan ingatan. Kurang tidur yang berkepanjangan berkaitan dengan tekanan darah tinggi, diabetes, dan suasana hati yang buruk.',
      },
      {
        title: 'Kebiasaan sebelum tidur',
        text: 'Bangun pada jam yang sama setiap hari, juga di akhir pekan. Hindari kopi setelah tengah hari, redupkan lampu dan singkirkan ponsel satu jam sebelum tidur. Kamar yang gelap dan sejuk membantu. Bila dua puluh menit belum tertidur, bangun dan lakukan hal yang menenangkan sampai mengantuk.',
      },
      {
        title: 'Latihan napas empat-enam',
        text: 'Duduk nyaman, tarik napas lewat hidung dalam empat hitungan, embuskan perlahan lewat mulut dalam enam hitungan. Ulangi selama lima menit. Embusan yang lebih panjang membantu tubuh masuk ke keadaan istirahat. Bila sedih atau cemas berlangsung lebih dari dua minggu dan mengganggu kegiatan, bicarakan dengan dokter.',
      },
    ],
  },
]

export type DemoAgenda = {
  title: string
  description: string
  place: string
  link?: string
  capacity: number | null
  price: number
  /** Days from today, hour of the day, and how many hours it takes. */
  inDays: number
  at: number
  hours: number
}

export const AGENDAS: DemoAgenda[] = [
  {
    title: 'Senam Sehat dan Cek Gula Darah Gratis',
    description:
      'Senam bersama, lalu pemeriksaan gula darah dan tekanan darah untuk semua peserta.',
    place: 'Halaman Klinik Sehat, Jl. Melati No. 1',
    capacity: 60,
    price: 0,
    inDays: 7,
    at: 7,
    hours: 3,
  },
  {
    title: 'Seminar: Mencegah Stroke Sejak Dini',
    description: 'Bersama dr. Dimas Pratama. Termasuk makan siang dan buku saku.',
    place: 'Aula Klinik Sehat, lantai 2',
    capacity: 40,
    price: 75_000,
    inDays: 14,
    at: 9,
    hours: 4,
  },
  {
    title: 'Kelas Daring: MPASI Pertama',
    description: 'Tanya jawab langsung tentang makanan pendamping ASI bersama dr. Eka Wulandari.',
    place: 'Daring',
    link: 'https://rapat.example/mpasi-pertama',
    capacity: null,
    price: 50_000,
    inDays: 21,
    at: 19,
    hours: 2,
  },
]

export type DemoCoupon = {
  code: string
  discountType: 'PERCENTAGE' | 'FIXED'
  discountValue: number
  maxDiscount?: number
  minPurchase?: number
  maxUses?: number
  /** Days from today: from when, and until when, it is valid. */
  days: [from: number, until: number]
}

/** One of each kind; SELESAI25 has expired, and PERTAMA is used up by the demonstration itself. */
export const COUPONS: DemoCoupon[] = [
  {
    code: 'SEHAT20',
    discountType: 'PERCENTAGE',
    discountValue: 20,
    maxDiscount: 50_000,
    days: [-7, 90],
  },
  {
    code: 'HEMAT30RB',
    discountType: 'FIXED',
    discountValue: 30_000,
    minPurchase: 150_000,
    maxUses: 100,
    days: [-7, 90],
  },
  { code: 'SELESAI25', discountType: 'PERCENTAGE', discountValue: 25, days: [-60, -1] },
  { code: 'PERTAMA', discountType: 'PERCENTAGE', discountValue: 100, maxUses: 1, days: [-7, 90] },
]
