import { ApiError } from '@/lib/apiError'

/** The refusals of registration and login, word for word. */
export const emailTaken = () =>
  new ApiError(422, 'Email sudah terdaftar.', { errors: { email: ['Email sudah terdaftar.'] } })
export const wrongPair = () => new ApiError(401, 'Email atau password salah')
export const registrationClosed = () => new ApiError(403, 'Pendaftaran belum dibuka.')
export const accountChanged = () =>
  new ApiError(409, 'Akun ini baru saja diubah. Muat ulang, lalu coba lagi.')
export const inTheBooks = () =>
  new ApiError(409, 'Pengguna ini tercatat di transaksi. Nonaktifkan saja.')
export const lastAdmin = () => new ApiError(409, 'Harus ada paling sedikit satu admin aktif.')
