import { showDay, showTime } from '@/lib/panel/showDate'
import { showRupiah } from '@/lib/panel/showRupiah'

import type { Paper } from '../contract'
import { PAPER_STATES as STATES } from '../contract'
import { drawTable } from './invoiceTable'
import type { Qr, Sheet } from './sheet'
import { A4, BOLD, bytesOf, drawQr, heightOf, rule, write } from './sheet'
import { ISSUER, PROOF } from './words'

const { margin: MARGIN, width: WIDTH, bottom: BOTTOM } = A4
const RIGHT = MARGIN + WIDTH
const HALF = WIDTH / 2 - 10
const BODY = { size: 10 }
const SMALL = { size: 8, color: '#555555' }
const QR_WIDTH = 90

const STATE_COLORS: Record<Paper['state'], string> = {
  unpaid: '#a15c00',
  paid: '#0b6e5b',
  cancelled: '#9b1c1c',
  refunded: '#9b1c1c',
}

/** The state, in a frame that nobody overlooks. @returns where it ends */
const stamp = (sheet: Sheet, state: Paper['state'], y: number): number => {
  const style = { size: 12, font: BOLD, color: STATE_COLORS[state] }
  sheet.font(BOLD).fontSize(style.size)
  const width = sheet.widthOfString(STATES[state]) + 20
  sheet.lineWidth(1.2).strokeColor(style.color)
  sheet.rect(RIGHT - width, y, width, 24).stroke()
  write(sheet, STATES[state], { x: RIGHT - width, y: y + 7, width }, { ...style, align: 'center' })
  return y + 24
}

const heading = (sheet: Sheet, { number, date, state }: Paper, timeZone: string): number => {
  write(sheet, ISSUER, { x: MARGIN, y: MARGIN, width: HALF }, { size: 24, font: BOLD })
  const right = { x: MARGIN + HALF, width: WIDTH - HALF }
  let y = write(sheet, 'FAKTUR', { ...right, y: MARGIN }, { size: 18, font: BOLD, align: 'right' })
  y = write(sheet, number, { ...right, y: y + 2 }, { ...BODY, align: 'right' })
  y = write(sheet, showDay(date, timeZone), { ...right, y: y + 2 }, { ...BODY, align: 'right' })
  return stamp(sheet, state, y + 8)
}

const buyer = (sheet: Sheet, { customer }: Paper, top: number): number => {
  const said = [customer.name, customer.phone, customer.address].filter((line) => line !== null)
  let y = write(sheet, 'Kepada', { x: MARGIN, y: top, width: HALF }, SMALL)
  for (const line of said.length > 0 ? said : ['Pembeli di konter']) {
    y = write(sheet, line, { x: MARGIN, y: y + 2, width: HALF }, BODY)
  }
  return y
}

const paymentOf = (paper: Paper, timeZone: string): [string, string][] => {
  const { method, paidAt, confirmedBy, received, total } = paper
  const told: [string, string | null][] = [
    ['Cara bayar', method],
    ['Dibayar pada', paidAt && showTime(paidAt, timeZone)],
    ['Diterima oleh', confirmedBy],
    ['Uang diterima', received === null ? null : showRupiah(received)],
    ['Kembali', received === null ? null : showRupiah(received - total)],
  ]
  return told.filter((line): line is [string, string] => line[1] !== null)
}

/** Total, payment and the QR code stay together: on a new page, if need be. */
const ending = (sheet: Sheet, paper: Paper, qr: Qr, timeZone: string, top: number): void => {
  const payment = paymentOf(paper, timeZone)
  const value = { x: MARGIN + 90, width: HALF - 90 }
  const heights = payment.map(([, said]) => heightOf(sheet, said, value.width, BODY) + 3)
  const height =
    40 +
    Math.max(
      QR_WIDTH + 30,
      heights.reduce((sum, one) => sum + one, 0),
    )
  const y = top + height > BOTTOM ? A4.nextPage(sheet) : top + 12
  const total = { x: MARGIN + HALF, width: WIDTH - HALF }
  write(sheet, 'TOTAL', { ...total, y: y + 2 }, { size: 12, font: BOLD })
  write(sheet, showRupiah(paper.total), { ...total, y }, { size: 15, font: BOLD, align: 'right' })
  rule(sheet, { ...total, y: y + 22 })

  let line = y
  for (const [label, said] of payment) {
    write(sheet, label, { x: MARGIN, y: line, width: 90 }, BODY)
    line = write(sheet, said, { ...value, y: line }, BODY) + 3
  }
  drawQr(sheet, qr, { x: RIGHT - QR_WIDTH, y: y + 32, width: QR_WIDTH })
  const beside = { x: MARGIN + HALF, y: y + 32, width: WIDTH - HALF - QR_WIDTH - 10 }
  write(sheet, PROOF, beside, { ...SMALL, align: 'right' })
}

const numberPages = (sheet: Sheet, { number }: Paper): void => {
  const { count } = sheet.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    sheet.switchToPage(page)
    const place = { x: MARGIN, y: BOTTOM + 16, width: WIDTH }
    write(sheet, number, place, SMALL)
    write(sheet, `Halaman ${page + 1} dari ${count}`, place, { ...SMALL, align: 'right' })
  }
}

/** An invoice on as many pages of A4 as it needs. */
export const renderInvoice = async (
  paper: Paper,
  qr: Qr,
  timeZone: string,
): Promise<Uint8Array> => {
  const { default: PdfDocument } = await import('pdfkit')
  const info = { Title: `Faktur ${paper.number}`, Author: ISSUER }
  const sheet = new PdfDocument({ size: 'A4', margin: 0, bufferPages: true, info })
  const top = Math.max(heading(sheet, paper, timeZone), buyer(sheet, paper, MARGIN + 44))
  const end = drawTable(sheet, paper.lines, top + 20)
  ending(sheet, paper, qr, timeZone, end)
  numberPages(sheet, paper)
  return bytesOf(sheet)
}
