import { ApiError } from './apiError'
import type { Upload } from './contract'
import type { Picture } from './picture'
import { encodePicture, PICTURE_MAX_BYTES, PICTURE_TYPES, typeOf } from './picture'

/** Pictures that prove something (a payment, a refund): private, and encoded anew. */

/** What a stored proof is served with. */
export const PROOF_HEADERS = {
  'Content-Type': 'image/jpeg',
  'Content-Disposition': 'inline',
  'Cache-Control': 'private, no-store',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
} as const

const invalid = (field: string, message: string) => () =>
  new ApiError(422, message, { errors: { [field]: [message] } })

/** Why a picture is not taken. @param field the name under which its faults are told */
export const pictureRefusals = (field: string) => ({
  pictureTooLarge: invalid(field, 'Ukuran gambar maksimal 4 MB.'),
  notAPicture: invalid(field, 'Bukti harus berupa gambar JPEG, PNG, atau WebP.'),
  pictureBroken: invalid(field, 'Gambar rusak atau terlalu besar.'),
})

/** How a proof comes with a form, under any name. */
export const proofUpload = (field: string): Upload => ({
  field,
  description: 'A picture of at most 4 MB, under any name. It is encoded anew.',
  types: PICTURE_TYPES,
  maxBytes: PICTURE_MAX_BYTES,
  tooLarge: pictureRefusals(field).pictureTooLarge,
})

/**
 * Makes a picture that is only a picture (`encodePicture`).
 * @throws {ApiError} 422 above 4 MB, for other types, and for what cannot be read as a picture
 */
export const makeProofPicture = async (field: string, bytes: Buffer): Promise<Picture> => {
  const { pictureTooLarge, notAPicture, pictureBroken } = pictureRefusals(field)
  if (bytes.length > PICTURE_MAX_BYTES) throw pictureTooLarge()
  const type = await typeOf(bytes)
  if (!type || !PICTURE_TYPES.includes(type)) throw notAPicture()
  const picture = await encodePicture(bytes)
  if (!picture) throw pictureBroken()
  return picture
}
