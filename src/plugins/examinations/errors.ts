import { ApiError } from '@/lib/apiError'

export { forbidden } from '@/lib/refusals'

/** The refusals of bills; called without arguments for the API reference. */
export const billNotFound = () => new ApiError(404, 'Pemeriksaan tidak ditemukan')
/** contracts/README, "clinic". */
export const alreadyPaid = () => new ApiError(400, 'Pemeriksaan sudah dibayar')
export const moneyWentBack = () => new ApiError(400, 'Uang pemeriksaan ini sudah dikembalikan')
export const notPaid = () => new ApiError(400, 'Pemeriksaan belum dibayar')
export const paidOnline = () =>
  new ApiError(400, 'Pemeriksaan ini dibayar daring; dananya dikembalikan lewat transaksinya.')
export const paymentNotFound = () => new ApiError(404, 'Pembayaran tidak ditemukan')

export const billIsPaid = () => new ApiError(409, 'Tagihan yang sudah dibayar tidak dapat diubah.')
export const billIsBeingPaid = () =>
  new ApiError(409, 'Tagihan ini sedang dibayar daring; akhiri pembayaran daringnya dahulu.')
export const billHasHistory = () =>
  new ApiError(409, 'Tagihan ini sudah pernah dibayar atau ditagih; tidak dapat dihapus.')
/** @param total what it costs now */
export const totalChanged = (total?: number) =>
  new ApiError(409, 'Tagihan telah berubah', {
    ...(total === undefined ? {} : { errors: { total: [`Total sekarang ${total}.`] } }),
  })

const invalid = (field: string, message: string) => () =>
  new ApiError(422, message, { errors: { [field]: [message] } })

/** There is none, or the doctor does not know them: which of the two, nobody is told. */
export const patientNotFound = invalid('patient', 'Pasien tidak ditemukan.')
export const contactNotFound = invalid(
  'patientContact',
  'Tidak ada pasien dengan email atau telepon ini.',
)
export const contactAmbiguous = invalid(
  'patientContact',
  'Nomor ini dipakai beberapa pasien; gunakan email.',
)
export const doctorMissing = invalid('doctor', 'Akun ini belum punya data dokter.')
export const doctorForeign = invalid('doctor', 'Dokter hanya membuat pemeriksaan sendiri.')
export const totalTooLarge = invalid('items', 'Total tagihan terlalu besar.')
export const orderIdInvalid = invalid('order_id', 'order_id tidak valid.')
export const cashTooLittle = invalid('cashReceived', 'Uang yang diterima kurang dari total.')
export const cashOfCashOnly = invalid(
  'cashReceived',
  'Uang yang diterima hanya dicatat untuk pembayaran tunai.',
)

/** What the payment gateway is to blame for, as contract checkout.md says it. */
export const paymentNotCreated = () =>
  new ApiError(502, 'Pembayaran belum dapat dibuat, silakan coba lagi.')
export const chargeNotEnded = () =>
  new ApiError(502, 'Pembayaran daring belum dapat dibatalkan, silakan coba lagi.')
