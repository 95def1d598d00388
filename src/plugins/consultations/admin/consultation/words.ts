/** What an admin reads and does at a consultation. */
export const WORDS = {
  id: {
    facts: 'Waktu',
    begins: (time: string) => `Mulai ${time}`,
    left: (left: string) => `Sisa ${left}`,
    over: 'Selesai',
    extend: 'Perpanjang',
    extendTitle: 'Perpanjang konsultasi',
    extendNote: 'Pasien dan dokter diberi tahu saat itu juga.',
    about: (id: number) => `Konsultasi #${id}`,
    minutes: 'Menit tambahan',
    reason: 'Alasan',
    back: 'Kembali',
    done: 'Konsultasi diperpanjang.',
    failed: 'Gagal, silakan coba lagi.',
    unreachable: 'Server tidak dapat dihubungi. Periksa sambungan, lalu coba lagi.',
  },
  en: {
    facts: 'Time',
    begins: (time: string) => `Begins ${time}`,
    left: (left: string) => `${left} left`,
    over: 'Over',
    extend: 'Extend',
    extendTitle: 'Extend this consultation',
    extendNote: 'Patient and doctor are told at once.',
    about: (id: number) => `Consultation #${id}`,
    minutes: 'Minutes more',
    reason: 'Reason',
    back: 'Back',
    done: 'The consultation is longer now.',
    failed: 'It failed, please try again.',
    unreachable: 'The server cannot be reached. Check the connection and try again.',
  },
} as const

export type ConsultationWords = (typeof WORDS)['id' | 'en']
