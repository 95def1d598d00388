import { ApiError } from '@/lib/apiError'

/** The refusals of contracts/README, "consultation", word for word; called without arguments for the API reference. */
export const doctorNotFound = () => new ApiError(404, 'Dokter tidak ditemukan')
export const doctorOffDuty = (next: Date | null = null) =>
  new ApiError(409, 'Dokter sedang tidak praktik', {
    extra: { next_available_at: next?.toISOString() ?? null },
  })
export const doctorFull = () => new ApiError(409, 'Dokter sedang penuh')
export const stillInSession = () => new ApiError(409, 'Anda masih memiliki konsultasi aktif')

const invalid = (field: string, message: string) => () =>
  new ApiError(422, message, { errors: { [field]: [message] } })

/** Of doctors, in the panel and over the generated API. */
export const notADoctor = invalid('user', 'Akun ini bukan akun dokter.')
export const loginTaken = invalid('user', 'Akun ini sudah dipakai dokter lain.')
export const hoursInvalid = (errors: Record<string, string[]> = { 'schedule.0.endTime': [] }) => {
  const [first] = Object.values(errors)
  return new ApiError(422, first?.[0] ?? 'Jadwal tidak valid.', { errors })
}
export const doctorHasHistory = () =>
  new ApiError(409, 'Dokter ini punya konsultasi atau transaksi; nonaktifkan saja.')

/** Of consultations. */
export const consultationNotFound = () => new ApiError(404, 'Konsultasi tidak ditemukan')
export const consultationNotBegun = () => new ApiError(409, 'Konsultasi belum dimulai')
export const consultationOver = () => new ApiError(409, 'Konsultasi sudah berakhir')
export const prescribedAlready = () => new ApiError(409, 'Konsultasi ini sudah memiliki resep')
export const consultationNotOver = () => new ApiError(409, 'Konsultasi belum berakhir')
