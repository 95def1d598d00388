import { ApiError } from '@/lib/apiError'

import { CONTENT_MAX } from './constants'
import { consultationNotFound } from './errors'

/** The refusals of the chat (contracts/README, "consultation"); called without arguments for the API reference. */
export { consultationNotFound }

export const notParticipant = () => new ApiError(403, 'Anda bukan peserta konsultasi ini')
export const consultationOver = () => new ApiError(403, 'Konsultasi sudah berakhir')
export const notJoined = () => new ApiError(403, 'Anda belum bergabung di konsultasi ini')
export const notBegun = () => new ApiError(403, 'Konsultasi belum dimulai')

const invalid = (field: string, message: string) => () =>
  new ApiError(422, message, { errors: { [field]: [message] } })

export const contentEmpty = invalid('content', 'Pesan tidak boleh kosong.')
export const CONTENT_TOO_LONG = `Pesan maksimal ${CONTENT_MAX} karakter.`

/** The name under which a file comes with a message, and under which its faults are told. */
export const FILE_FIELD = 'attachment'
export const fileNotSendable = invalid(FILE_FIELD, 'Lampiran tidak ditemukan atau sudah dikirim.')
export const fileNeeded = () => new ApiError(422, 'File diperlukan.')
export const fileTooLarge = invalid(
  FILE_FIELD,
  'Ukuran file maksimal 4 MB untuk gambar dan 10 MB untuk PDF.',
)
export const fileTypeRefused = invalid(
  FILE_FIELD,
  'File harus berupa gambar JPEG, PNG, WebP, atau PDF.',
)
export const fileBroken = invalid(FILE_FIELD, 'File rusak atau terlalu besar.')

/** All that a message may be refused with, beside what its fields lack. */
export const SENDING = [
  consultationNotFound,
  notParticipant,
  consultationOver,
  notBegun,
  contentEmpty,
  fileNotSendable,
  fileTypeRefused,
  fileBroken,
]
