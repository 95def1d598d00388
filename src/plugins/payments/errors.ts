import { ApiError } from '@/lib/apiError'

export { forbidden } from '@/lib/refusals'

/** The refusals of the desk's money; called without arguments for the API reference. */
export const shiftNotFound = () => new ApiError(404, 'Shift tidak ditemukan.')
export const shiftClosed = () => new ApiError(409, 'Shift sudah ditutup.')
export const shiftStillOpen = () => new ApiError(409, 'Shift Anda masih terbuka.')
export const floatStated = () => new ApiError(409, 'Modal awal shift ini sudah dicatat.')
export const noOpenShift = () => new ApiError(409, 'Belum ada shift yang terbuka.')

const invalid = (field: string, message: string) => () =>
  new ApiError(422, message, { errors: { [field]: [message] } })

export const kindNotAllowed = invalid(
  'kind',
  'Hanya kas masuk dan kas keluar yang dicatat di sini.',
)
export const amountInvalid = invalid('amount', 'Jumlah harus bilangan bulat dan bukan 0.')
export const payInNegative = invalid('amount', 'Kas masuk harus lebih dari 0.')
export const reasonNeeded = invalid('reason', 'Alasan wajib diisi.')

/** Of payments through the gateway. */
export const orderNotFound = () => new ApiError(404, 'Order tidak ditemukan')
export const iconNotFound = () => new ApiError(404, 'Gambar tidak ditemukan')
export const channelUnknown = (field: 'payment_method' | 'channel' = 'channel') => {
  const message = 'Metode pembayaran tidak tersedia.'
  return new ApiError(422, message, { errors: { [field]: [message] } })
}

export const paymentNotCreated = () =>
  new ApiError(502, 'Pembayaran belum dapat dibuat, silakan coba lagi.')
export const chargeNotEnded = () =>
  new ApiError(502, 'Pembayaran daring belum dapat dibatalkan, silakan coba lagi.')
export const gatewayAway = () =>
  new ApiError(502, 'Payment gateway tidak dapat dihubungi, silakan coba lagi.')
export const nothingToPay = () => {
  const message = 'Yang dibayar tidak dikenal.'
  return new ApiError(422, message, { errors: { type: [message] } })
}
export const transactionNotFound = () => new ApiError(404, 'Transaksi tidak ditemukan.')

/** Of the gateway's notices (contracts/README, "checkout"). */
export const invalidSignature = () => new ApiError(403, 'Invalid signature')
