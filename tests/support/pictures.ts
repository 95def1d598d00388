import type { File } from 'payload'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'

const PIXELS = { create: { width: 8, height: 8, channels: 3, background: '#336699' } } as const

/** A picture, as an upload has it. */
export const png = async (name: string): Promise<File> => {
  const data = await sharp(PIXELS).png().toBuffer()
  return { data, name, mimetype: 'image/png', size: data.length }
}

/** A PDF of one empty page. */
export const paper = async (): Promise<Buffer> => {
  const document = new PDFDocument({ size: 'A6' })
  document.end()
  return Buffer.concat(await document.toArray())
}
