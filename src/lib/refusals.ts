import { ApiError } from './apiError'

/** What every endpoint of its kind answers, whatever it is about (contracts/README, "For all"). */
export const unauthenticated = () => new ApiError(401, 'Unauthenticated.')
export const forbidden = () => new ApiError(403, 'Forbidden')
export const signInUnavailable = () => new ApiError(503, 'Server sedang sibuk, silakan coba lagi.')

export const malformedJson = () => new ApiError(400, 'JSON tidak valid.')
export const bodyTooLarge = () => new ApiError(413, 'Isi permintaan terlalu besar.')
export const bodyUnsupported = () => new ApiError(415, 'Jenis isi permintaan tidak didukung.')
export const malformedForm = () => new ApiError(400, 'Formulir tidak dapat dibaca.')
export const notAnObject = () => new ApiError(422, 'Isi permintaan harus berupa objek JSON.')

export const badFilter = () => new ApiError(400, 'Saringan atau urutan tidak dapat dibaca.')

export const keyTooLong = () => new ApiError(422, 'Idempotency-Key terlalu panjang.')
export const keyUsedOtherwise = () =>
  new ApiError(422, 'Idempotency-Key sudah dipakai untuk permintaan lain.')

export const tooManyAttempts = (retryAfterSeconds = 60) =>
  new ApiError(429, 'Terlalu banyak percobaan, silakan coba lagi nanti.', { retryAfterSeconds })
