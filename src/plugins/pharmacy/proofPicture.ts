import { randomBytes } from 'node:crypto'

import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'

import type { Upload } from '@/lib/contract'

import { notAPicture, pictureBroken, pictureTooLarge } from './errors'

const MAX_BYTES = 4 * 1024 * 1024
const ACCEPTED = ['image/jpeg', 'image/png', 'image/webp']
const SIDE_MAX = 2400
const PIXELS_MAX = 50_000_000

/** How a proof comes with a notice of payment; the contract takes it under any name. */
export const PROOF_UPLOAD: Upload = {
  field: 'payment_proof',
  description: 'A picture of at most 4 MB, under any name. It is encoded anew.',
  types: ACCEPTED,
  maxBytes: MAX_BYTES,
  tooLarge: pictureTooLarge,
}

/** What a stored proof is served with. */
export const PROOF_HEADERS = {
  'Content-Type': 'image/jpeg',
  'Content-Disposition': 'inline',
  'Cache-Control': 'private, no-store',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
} as const

export type Picture = { data: Buffer; mimetype: 'image/jpeg'; name: string; size: number }

/**
 * Makes a picture that is only a picture: its type is told by its bytes, its pixels are encoded anew,
 * so that neither metadata nor anything hidden in the file survives, and its name is random.
 * @throws {ApiError} 422 above 4 MB, for other types, and for what cannot be read as a picture
 */
export const makeProofPicture = async (bytes: Buffer): Promise<Picture> => {
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
