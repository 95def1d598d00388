import { randomBytes } from 'node:crypto'

import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'

import { ApiError } from './apiError'
import type { Upload } from './contract'

/** Pictures that prove something (a payment, a refund): private, and encoded anew. */

const MAX_BYTES = 4 * 1024 * 1024
const ACCEPTED = ['image/jpeg', 'image/png', 'image/webp']
const SIDE_MAX = 2400
const PIXELS_MAX = 50_000_000

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
  types: ACCEPTED,
  maxBytes: MAX_BYTES,
  tooLarge: pictureRefusals(field).pictureTooLarge,
})

export type Picture = { data: Buffer; mimetype: 'image/jpeg'; name: string; size: number }

/**
 * Makes a picture that is only a picture: its type is told by its bytes, its pixels are encoded anew,
 * so that neither metadata nor anything hidden in the file survives, and its name is random.
 * @throws {ApiError} 422 above 4 MB, for other types, and for what cannot be read as a picture
 */
export const makeProofPicture = async (field: string, bytes: Buffer): Promise<Picture> => {
  const { pictureTooLarge, notAPicture, pictureBroken } = pictureRefusals(field)
  if (bytes.length > MAX_BYTES) throw pictureTooLarge()
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !ACCEPTED.includes(type.mime)) throw notAPicture()
  try {
    const data = await sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
      .autoOrient()
      .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85 })
      .toBuffer()
    const name = `${randomBytes(16).toString('hex')}.jpg`
    return { data, mimetype: 'image/jpeg', name, size: data.length }
  } catch {
    throw pictureBroken()
  }
}
