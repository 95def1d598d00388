import type { qrOf } from './qr'
import { toWinAnsi } from './winAnsi'

export type Sheet = PDFKit.PDFDocument
export type Qr = Awaited<ReturnType<typeof qrOf>>

const REGULAR = 'Helvetica'
export const BOLD = 'Helvetica-Bold'

export type Style = {
  size: number
  font?: string
  align?: 'left' | 'right' | 'center'
  color?: string
}
type Box = { x: number; y: number; width: number }

const INK = '#000000'

/** Writes a text into a column, on as many lines as it needs. @returns where it ends */
export const write = (
  sheet: Sheet,
  text: string,
  { x, y, width }: Box,
  { size, font = REGULAR, align = 'left', color = INK }: Style,
): number => {
  sheet.font(font).fontSize(size).fillColor(color)
  const line = toWinAnsi(text)
  const height = sheet.heightOfString(line, { width, align })
  sheet.text(line, x, y, { width, align })
  return y + height
}

/** How high `write` will be. */
export const heightOf = (
  sheet: Sheet,
  text: string,
  width: number,
  { size, font = REGULAR }: Pick<Style, 'size' | 'font'>,
): number => sheet.font(font).fontSize(size).heightOfString(toWinAnsi(text), { width })

/** A line across. @returns where what follows begins */
export const rule = (sheet: Sheet, { x, y, width }: Box, isDashed = false): number => {
  sheet.lineWidth(0.5).strokeColor(INK)
  if (isDashed) sheet.dash(2, { space: 2 })
  sheet
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke()
    .undash()
  return y
}

/** Draws a QR code as vectors, sharp on every printer. */
export const drawQr = (sheet: Sheet, { size, runs }: Qr, { x, y, width }: Box): void => {
  const module = width / size
  for (const { row, from, length } of runs) {
    sheet.rect(x + from * module, y + row * module, length * module, module)
  }
  sheet.fill(INK)
}

/** The finished document. */
export const bytesOf = async (sheet: Sheet): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  sheet.on('data', (chunk: Buffer) => chunks.push(chunk))
  const isOver = new Promise<void>((resolve, reject) => {
    sheet.on('end', resolve)
    sheet.on('error', reject)
  })
  sheet.end()
  await isOver
  return Buffer.concat(chunks)
}

/** A4 in points, and what a page's content may fill of it. */
export const A4 = {
  margin: 56,
  width: 595.28 - 2 * 56,
  bottom: 841.89 - 72,
  /** @returns where its content begins */
  nextPage: (sheet: Sheet): number => {
    sheet.addPage({ size: 'A4', margin: 0 })
    return 56
  },
}
