import { randomBytes } from 'node:crypto'

import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'

/** Pictures that people send: never kept as they came, but encoded anew. */

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp']
export const PICTURE_MAX_BYTES = 4 * 1024 * 1024
const SIDE_MAX = 2400
const PIXELS_MAX = 50_000_000

export type Picture = { data: Buffer; mimetype: 'image/jpeg'; name: string; size: number }

/** A name that nobody guesses, for a file of that kind. */
export const randomName = (extension: string): string =>
  `${randomBytes(16).toString('hex')}.${extension}`

/** What a file is, told by its bytes, not by its name; null when they tell nothing. */
export const typeOf = async (bytes: Buffer): Promise<string | null> =>
  (await fileTypeFromBuffer(bytes))?.mime ?? null

/**
 * Makes a picture that is only a picture: its pixels are encoded anew, so that neither metadata nor
 * anything hidden in the file survives, and its name is random.
 * @returns null when it cannot be read as a picture, or has too many pixels
 */
export const encodePicture = async (bytes: Buffer): Promise<Picture | null> => {
  try {
    const data = await sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
      .autoOrient()
      .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85 })
      .toBuffer()
    return { data, mimetype: 'image/jpeg', name: randomName('jpg'), size: data.length }
  } catch {
    return null
  }
}
