const within = (unit: string, value: number): string => `${value} ${unit}`

/** What the statistics of consultations say. */
export const WORDS = {
  id: {
    title: 'Konsultasi',
    active: 'Berlangsung',
    waiting: 'Menunggu jawaban dokter',
    scheduled: 'Terjadwal',
    messagesToday: 'Pesan hari ini',
    firstAnswer: 'Rata-rata jawaban pertama',
    firstAnswerHint: '30 hari terakhir',
    lag: 'Keterlambatan sistem',
    seconds: (value: number) => within('dtk', value),
    minutes: (value: number) => within('mnt', value),
    none: '–',
    toList: 'Semua konsultasi',
    loading: 'Memuat…',
    failed: 'Tidak dapat dimuat. Dicoba lagi sebentar lagi.',
    stale: 'Sambungan terputus. Angka ini mungkin tidak terbaru.',
  },
  en: {
    title: 'Consultations',
    active: 'Going on',
    waiting: 'Waiting for the doctor',
    scheduled: 'Scheduled',
    messagesToday: 'Messages today',
    firstAnswer: 'Average first answer',
    firstAnswerHint: 'last 30 days',
    lag: "The system's lag",
    seconds: (value: number) => within('s', value),
    minutes: (value: number) => within('min', value),
    none: '–',
    toList: 'All consultations',
    loading: 'Loading…',
    failed: 'It could not be loaded, and is tried again soon.',
    stale: 'The connection is lost. These figures may be out of date.',
  },
} as const

export type StatisticsWords = (typeof WORDS)['id' | 'en']
