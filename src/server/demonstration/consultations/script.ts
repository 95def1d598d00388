import { DAYS } from '@/plugins/consultations/constants'

/** The doctors of the demonstration, and what they have talked about. */

const WORKDAYS = DAYS.slice(0, 5)

export type DemoDoctor = {
  email: string
  specialization: string
  strNumber: string
  sipNumber: string
  bio: string
  fee: number
  maxConcurrent: number
  schedule: { day: (typeof DAYS)[number]; startTime: string; endTime: string }[]
  /** Dates that differ, so many days ahead. */
  overrides: { inDays: number; closed?: true; startTime?: string; endTime?: string }[]
  cannedAnswers: string[]
}

export const DOCTORS: DemoDoctor[] = [
  {
    email: 'dokter@sehat.test',
    specialization: 'Dokter umum',
    strNumber: '3121100220145678',
    sipNumber: '445/0123/SIP/2024',
    bio: 'Melayani keluhan sehari-hari: demam, batuk, pencernaan, dan kulit.',
    fee: 50_000,
    maxConcurrent: 3,
    // At every hour, so that the chat can be tried at any time.
    schedule: DAYS.map((day) => ({ day, startTime: '00:00', endTime: '24:00' })),
    overrides: [],
    cannedAnswers: [
      'Selamat datang. Silakan ceritakan keluhan Anda, dan sejak kapan.',
      'Apakah ada alergi obat, atau obat yang sedang rutin diminum?',
      'Bila keluhan memberat atau demam lebih dari tiga hari, segera periksa langsung.',
    ],
  },
  {
    email: 'dokter2@sehat.test',
    specialization: 'Dokter spesialis anak',
    strNumber: '3121100220187654',
    sipNumber: '445/0456/SIP/2023',
    bio: 'Tumbuh kembang, imunisasi, dan penyakit anak.',
    fee: 120_000,
    maxConcurrent: 2,
    schedule: [
      ...WORKDAYS.flatMap((day) => [
        { day, startTime: '08:00', endTime: '12:00' },
        { day, startTime: '16:00', endTime: '19:00' },
      ]),
      { day: 'saturday', startTime: '09:00', endTime: '12:00' },
    ],
    overrides: [
      { inDays: 7, closed: true },
      { inDays: 14, startTime: '13:00', endTime: '15:00' },
    ],
    cannedAnswers: ['Berapa usia dan berat badan si kecil?'],
  },
]

export type DemoTalk = {
  doctor: string
  patient: string
  daysAgo: number
  /** Minutes since the clinic's midnight. */
  at: number
  /** Who says what, so many minutes after the beginning. */
  lines: ['patient' | 'doctor', number, string][]
  summary: string
  prescription: { sku: string; quantity: number; dose: string; note: string | null }[]
}

const HOUR = 60

export const TALKS: DemoTalk[] = [
  {
    doctor: 'dokter2@sehat.test',
    patient: 'pasien2@sehat.test',
    daysAgo: 12,
    at: 16 * HOUR + 30,
    lines: [
      ['patient', 1, 'Sore, Dok. Anak saya 4 tahun batuk pilek sejak kemarin.'],
      ['doctor', 3, 'Selamat sore, Pak. Apakah ada demam atau sesak?'],
      ['patient', 4, 'Suhunya 37,8. Tidak sesak, masih mau makan dan minum.'],
      ['doctor', 7, 'Baik. Beri banyak minum, dan hidung dibersihkan dengan larutan garam.'],
      ['doctor', 8, 'Bila napasnya cepat atau demam lebih dari tiga hari, bawa ke klinik, ya.'],
      ['patient', 10, 'Siap, terima kasih, Dok.'],
    ],
    summary:
      'Batuk pilek ringan tanpa tanda bahaya. Banyak minum, istirahat, bersihkan hidung. Kontrol bila demam lebih dari tiga hari atau napas cepat.',
    prescription: [],
  },
  {
    doctor: 'dokter@sehat.test',
    patient: 'pasien@sehat.test',
    daysAgo: 2,
    at: 19 * HOUR + 10,
    lines: [
      ['patient', 1, 'Malam, Dok. Tenggorokan saya sakit sekali, sudah tiga hari.'],
      ['doctor', 2, 'Selamat malam, Bu Gita. Apakah demam? Ada alergi obat?'],
      ['patient', 4, 'Demam 38,5, sulit menelan. Tidak ada alergi.'],
      ['doctor', 6, 'Apakah ada bercak putih di amandel, dan batuk?'],
      ['patient', 8, 'Ada bercak putih. Tidak batuk.'],
      ['doctor', 11, 'Ini mengarah ke radang amandel karena bakteri. Saya tuliskan antibiotik.'],
      ['doctor', 12, 'Habiskan sesuai aturan, walau sudah merasa baik.'],
      ['patient', 14, 'Baik, Dok. Terima kasih banyak.'],
    ],
    summary:
      'Tonsilitis akut, dugaan bakteri. Antibiotik tujuh hari sampai habis, penurun demam bila perlu, banyak minum. Kontrol bila tidak membaik dalam tiga hari.',
    prescription: [{ sku: 'OBT-0017', quantity: 3, dose: '3 × 1 sesudah makan', note: 'Habiskan' }],
  },
]
