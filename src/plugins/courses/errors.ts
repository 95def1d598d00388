import { ApiError } from '@/lib/apiError'

/** The refusals of contract checkout.md and of contracts/README, word for word; called without arguments for the API reference. */
export const courseNotFound = () => new ApiError(404, 'Kursus tidak ditemukan')
export const agendaNotFound = () => new ApiError(404, 'Agenda tidak ditemukan')
export const alreadyEnrolled = () => new ApiError(400, 'Anda sudah memiliki akses ke kursus ini')
export const alreadyRegistered = () => new ApiError(400, 'Anda sudah terdaftar di agenda ini')
export const agendaFull = () => new ApiError(400, 'Kuota agenda sudah penuh')
export const agendaOver = () => new ApiError(400, 'Agenda sudah berakhir')
export const couponInvalid = () =>
  new ApiError(400, 'Kode kupon tidak valid atau sudah kedaluwarsa')
/** The gateway's refusal or absence, as the checkout tells it. */
export const paymentUnavailable = () =>
  new ApiError(502, 'Pembayaran belum dapat dibuat, silakan coba lagi.')

export const notEnrolled = () => new ApiError(403, 'Anda belum terdaftar di kursus ini')

const invalid = (field: string, message: string) => () =>
  new ApiError(422, message, { errors: { [field]: [message] } })

export const lessonUnknown = invalid('lesson_ids', 'Pelajaran tidak ada di kursus ini')

/** Of grants, in the panel and over the generated API. */
export const reasonNeeded = invalid('grantReason', 'Alasan wajib diisi.')
export const granteeNotFound = invalid('user', 'Pasien tidak ditemukan.')
export const grantedCourseNotFound = invalid('course', 'Kursus tidak ditemukan.')
export const grantedAgendaNotFound = invalid('agenda', 'Agenda tidak ditemukan.')
export const hasCourse = () => new ApiError(409, 'Pasien ini sudah terdaftar di kursus ini.')
export const hasSeat = () => new ApiError(409, 'Pasien ini sudah terdaftar di agenda ini.')
export const noSeatLeft = () => new ApiError(409, 'Kuota agenda ini sudah penuh.')

export const codeTaken = () => new ApiError(409, 'Kode kupon ini sudah ada.')
export const fewerThanUsed = invalid(
  'maxUses',
  'Kuota pakai tidak boleh kurang dari yang sudah terpakai.',
)

export const courseHasHistory = () =>
  new ApiError(409, 'Kursus ini punya peserta, kupon, atau transaksi; batalkan publikasinya saja.')
export const agendaHasHistory = () =>
  new ApiError(409, 'Agenda ini punya peserta atau transaksi; batalkan publikasinya saja.')
export const couponHasHistory = () =>
  new ApiError(409, 'Kupon ini pernah dipakai; nonaktifkan saja.')
