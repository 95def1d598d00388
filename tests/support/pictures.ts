import type { File } from 'payload'
import sharp from 'sharp'

const PIXELS = { create: { width: 8, height: 8, channels: 3, background: '#336699' } } as const

/** A picture, as an upload has it. */
export const png = async (name: string): Promise<File> => {
  const data = await sharp(PIXELS).png().toBuffer()
  return { data, name, mimetype: 'image/png', size: data.length }
}
