import { randomBytes } from 'node:crypto'

import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'

import { ApiError } from '@/lib/apiError'

export const PROOF_MAX_BYTES = 4 * 1024 * 1024
const ACCEPTED = new Set(['image/jpeg', 'image/png', 'image/webp'])
const SIDE_MAX = 2400
const PIXELS_MAX = 50_000_000

const refuse = (message: string): never => {
  throw new ApiError(422, message, { errors: { payment_proof: [message] } })
}

export type Picture = { data: Buffer; mimetype: 'image/jpeg'; name: string; size: number }

/**
 * Makes a picture that is only a picture: its type is told by its bytes, its pixels are encoded anew,
 * so that neither metadata nor anything hidden in the file survives, and its name is random.
 * @throws {ApiError} 422 above 4 MB, for other types, and for what cannot be read as a picture
 */
export const makeProofPicture = async (bytes: Buffer): Promise<Picture> => {
  if (bytes.length > PROOF_MAX_BYTES) return refuse('Ukuran gambar maksimal 4 MB.')
  const type = await fileTypeFromBuffer(bytes)
  if (!type || !ACCEPTED.has(type.mime))
    return refuse('Bukti harus berupa gambar JPEG, PNG, atau WebP.')
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
    return refuse('Gambar rusak atau terlalu besar.')
  }
}
