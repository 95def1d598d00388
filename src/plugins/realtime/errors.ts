import { ApiError } from '@/lib/apiError'

export const unknownEvent = () => new ApiError(404, 'Peristiwa tidak dikenal.')
export const tooManyEvents = () =>
  new ApiError(429, 'Terlalu banyak pesan dalam waktu singkat, silakan tunggu sebentar.')
export const tooManySockets = () => new ApiError(429, 'Terlalu banyak koneksi.')
