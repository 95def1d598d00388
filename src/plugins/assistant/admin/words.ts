type Words = {
  noKey: string
  configured: (model: string) => string
  title: string
  period: string
  days: (count: number) => string
  shown: string
  requests: string
  tokens: string
  errors: string
  blocked: string
  prompt: string
  completion: string
  requestsSay: (days: number, requests: string, errors: string, blocked: string) => string
  tokensSay: (days: number, tokens: string) => string
  unanswered: string
  table: string
  day: string
  loading: string
  failed: string
  again: string
}

/** What the assistant's page in the panel says. */
export const WORDS: Record<'id' | 'en', Words> = {
  id: {
    noKey:
      'Kunci Google belum diatur di server (GEMINI_API_KEY). Asisten belum dapat menjawab siapa pun.',
    configured: (model) => `Kunci Google sudah diatur. Model yang menjawab: ${model}.`,
    title: 'Pemakaian',
    period: 'Rentang waktu',
    days: (count) => `${count} hari`,
    shown: 'Yang ditampilkan',
    requests: 'Permintaan',
    tokens: 'Token',
    errors: 'Gagal',
    blocked: 'Ditolak model',
    prompt: 'Token dibaca',
    completion: 'Token ditulis',
    requestsSay: (days, requests, errors, blocked) =>
      `Grafik batang ${days} hari terakhir: ${requests} permintaan, ${errors} gagal, ${blocked} ditolak model`,
    tokensSay: (days, tokens) => `Grafik batang ${days} hari terakhir: ${tokens} token`,
    unanswered: 'Gagal atau ditolak',
    table: 'Lihat sebagai tabel',
    day: 'Hari',
    loading: 'Memuat…',
    failed: 'Pemakaian tidak dapat dimuat.',
    again: 'Coba lagi',
  },
  en: {
    noKey:
      "The server has no key of Google's (GEMINI_API_KEY). The assistant cannot answer anybody yet.",
    configured: (model) => `The server has a key of Google's. The model that answers: ${model}.`,
    title: 'Usage',
    period: 'Period',
    days: (count) => `${count} days`,
    shown: 'What is shown',
    requests: 'Requests',
    tokens: 'Tokens',
    errors: 'Failed',
    blocked: 'Blocked by the model',
    prompt: 'Tokens read',
    completion: 'Tokens written',
    requestsSay: (days, requests, errors, blocked) =>
      `Bar chart of the last ${days} days: ${requests} requests, ${errors} failed, ${blocked} blocked by the model`,
    tokensSay: (days, tokens) => `Bar chart of the last ${days} days: ${tokens} tokens`,
    unanswered: 'Failed or blocked',
    table: 'Show as a table',
    day: 'Day',
    loading: 'Loading…',
    failed: 'The usage could not be loaded.',
    again: 'Try again',
  },
}
