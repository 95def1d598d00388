import { ApiError } from '@/lib/apiError'

import { CONTENT_MAX } from './constants'

/** What `POST /api/chat` is refused with; called without arguments for the API reference. */
export const notConfigured = () =>
  new ApiError(503, 'Asisten AI belum dikonfigurasi (GEMINI_API_KEY).')
export const switchedOff = () => new ApiError(503, 'Asisten sedang dimatikan')
export const modelBusy = () => new ApiError(503, 'Asisten sedang sibuk, silakan coba lagi nanti.')
export const modelFailed = () => new ApiError(502, 'Asisten belum dapat menjawab.')
export const quotaUsedUp = () =>
  new ApiError(429, 'Kuota asisten untuk hari ini sudah habis, silakan coba lagi besok.')

/** Said in the middle of an answer, to its reader. */
export const BROKEN_OFF = 'Jawaban terputus, silakan coba lagi.'
/** Said instead of an answer that the model may not give, or after the beginning of one. */
export const BLOCKED =
  'Maaf, saya tidak dapat menjawab pertanyaan itu. Silakan bertanya dengan cara lain, atau berkonsultasi dengan dokter.'
/** Said when the model had nothing to say. */
export const SPEECHLESS =
  'Maaf, saya tidak menemukan jawabannya. Silakan bertanya dengan cara lain.'

export const NO_MESSAGES = 'messages harus berupa daftar pesan.'
export const NO_QUESTION = 'Pesan terakhir harus dari pengguna.'
export const EMPTY_QUESTION = 'Pesan tidak boleh kosong.'
export const TOO_LONG = `Pesan maksimal ${CONTENT_MAX} karakter.`
