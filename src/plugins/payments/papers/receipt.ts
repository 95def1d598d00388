import { showRupiah, showWhole } from '@/lib/panel/showRupiah'
import { showTime } from '@/lib/panel/showDate'

import type { Paper } from '../contract'
import { PAPER_STATES as STATES } from '../contract'
import type { Qr, Sheet, Style } from './sheet'
import { BOLD, bytesOf, drawQr, rule, write } from './sheet'
import { ISSUER, PROOF } from './words'

const WIDTH = 226.77 // 80 mm
/** Thermal printers leave about 4 mm on each side blank. */
const MARGIN = 12
const INNER = WIDTH - 2 * MARGIN
const QR_WIDTH = 84
/** As high as PDF readers let a page be: where a receipt is laid out to see how long it gets. */
const LONGEST = 14_400

const BODY = { size: 8.5 }
const CENTERED = { ...BODY, align: 'center' as const }
const whole = (y: number) => ({ x: MARGIN, y, width: INNER })

/** A label to the left, an amount to the right. */
const pair = (
  sheet: Sheet,
  y: number,
  [label, amount]: [string, string],
  style: Style = BODY,
): number => {
  write(sheet, amount, whole(y), { ...style, align: 'right' })
  const room = INNER - sheet.widthOfString(amount) - 6
  return write(sheet, label, { x: MARGIN, y, width: room }, style) + 2
}

const header = (sheet: Sheet, paper: Paper, timeZone: string): number => {
  let y = write(sheet, ISSUER.toUpperCase(), whole(MARGIN), {
    size: 15,
    font: BOLD,
    align: 'center',
  })
  y = pair(sheet, y + 6, [paper.number, showTime(paper.date, timeZone)])
  if (paper.confirmedBy) y = write(sheet, `Kasir: ${paper.confirmedBy}`, whole(y), BODY) + 2
  if (paper.customer.name) y = write(sheet, `Pembeli: ${paper.customer.name}`, whole(y), BODY) + 2
  return y
}

const lines = (sheet: Sheet, paper: Paper, top: number): number => {
  let y = rule(sheet, whole(top + 3), true) + 5
  for (const { name, quantity, unit, price, subtotal } of paper.lines) {
    y = write(sheet, name, whole(y), BODY)
    const count = `  ${showWhole(quantity)} ${unit ?? ''} x ${showWhole(price)}`
    y = pair(sheet, y + 1, [count, showWhole(subtotal)]) + 2
  }
  return y
}

const sums = (sheet: Sheet, { total, method, received }: Paper, top: number): number => {
  let y = rule(sheet, whole(top + 1), true) + 6
  y = pair(sheet, y, ['TOTAL', showRupiah(total)], { size: 13, font: BOLD }) + 2
  if (received === null) return method ? pair(sheet, y, ['Cara bayar', method]) : y
  y = pair(sheet, y, [method ?? 'Diterima', showRupiah(received)])
  return pair(sheet, y, ['Kembali', showRupiah(received - total)])
}

const footer = (sheet: Sheet, { state, paidAt }: Paper, qr: Qr, timeZone: string, top: number) => {
  const said =
    state === 'paid' && paidAt ? `${STATES.paid} ${showTime(paidAt, timeZone)}` : STATES[state]
  let y = write(sheet, said, whole(top + 6), { size: 10, font: BOLD, align: 'center' })
  drawQr(sheet, qr, { x: (WIDTH - QR_WIDTH) / 2, y: y + 8, width: QR_WIDTH })
  y = write(sheet, PROOF, whole(y + 8 + QR_WIDTH + 6), { ...CENTERED, size: 7 })
  return write(sheet, 'Terima kasih.', whole(y + 4), CENTERED) + MARGIN
}

/** A receipt for a roll of 80 mm, as long as it needs to be. */
export const renderReceipt = async (
  paper: Paper,
  qr: Qr,
  timeZone: string,
): Promise<Uint8Array> => {
  const { default: PdfDocument } = await import('pdfkit')
  const info = { Title: `Struk ${paper.number}`, Author: ISSUER }
  const layOut = (height: number) => {
    const sheet = new PdfDocument({ size: [WIDTH, height], margin: 0, info })
    const y = sums(sheet, paper, lines(sheet, paper, header(sheet, paper, timeZone)))
    return { sheet, height: footer(sheet, paper, qr, timeZone, y) }
  }
  const { height } = layOut(LONGEST)
  // Whole points, and one more: a rounding must not send the last line to a second page.
  return bytesOf(layOut(Math.ceil(height) + 1).sheet)
}
