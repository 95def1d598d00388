import { showWhole } from '@/lib/panel/showRupiah'

import type { PaperLine } from '../contract'
import type { Sheet, Style } from './sheet'
import { A4, BOLD, heightOf, rule, write } from './sheet'

type Column = { label: string; x: number; width: number; align: 'left' | 'right' }

const GAP = 8
const WIDTHS = { number: 24, name: 227, quantity: 84, price: 72, subtotal: 76 }

const columnsOf = (): Record<keyof typeof WIDTHS, Column> => {
  let x = A4.margin
  const column = (label: string, width: number, align: Column['align']): Column => {
    const made = { label, x, width: width - GAP, align }
    x += width
    return made
  }
  return {
    number: column('No', WIDTHS.number, 'left'),
    name: column('Uraian', WIDTHS.name, 'left'),
    quantity: column('Jumlah', WIDTHS.quantity, 'right'),
    price: column('Harga', WIDTHS.price, 'right'),
    subtotal: column('Subtotal (Rp)', WIDTHS.subtotal + GAP, 'right'),
  }
}
const COLUMNS = columnsOf()
const ROW: Style = { size: 9.5 }
const HEAD: Style = { size: 9, font: BOLD }
const PADDING = 4

type Row = Record<keyof typeof COLUMNS, string>

const drawRow = (sheet: Sheet, row: Row, y: number, style: Style): number => {
  const ends = Object.entries(COLUMNS).map(([key, { x, width, align }]) =>
    write(sheet, row[key as keyof Row], { x, y, width }, { ...style, align }),
  )
  return Math.max(...ends) + PADDING
}

const LABELS = Object.fromEntries(
  Object.entries(COLUMNS).map(([key, { label }]) => [key, label]),
) as Row

const drawHead = (sheet: Sheet, y: number): number => {
  const end = drawRow(sheet, LABELS, y, HEAD)
  return rule(sheet, { x: A4.margin, y: end, width: A4.width }) + PADDING
}

const rowOf = ({ name, quantity, unit, price, subtotal }: PaperLine, index: number): Row => ({
  number: String(index + 1),
  name,
  quantity: `${showWhole(quantity)} ${unit ?? ''}`,
  price: showWhole(price),
  subtotal: showWhole(subtotal),
})

const rowHeight = (sheet: Sheet, row: Row): number =>
  Math.max(
    ...Object.entries(COLUMNS).map(([key, { width }]) =>
      heightOf(sheet, row[key as keyof Row], width, ROW),
    ),
  ) + PADDING

/** The lines of an invoice, with their head on each page. @returns where the table ends */
export const drawTable = (sheet: Sheet, lines: readonly PaperLine[], top: number): number => {
  let y = drawHead(sheet, top)
  for (const row of lines.map(rowOf)) {
    if (y + rowHeight(sheet, row) > A4.bottom) y = drawHead(sheet, A4.nextPage(sheet))
    y = drawRow(sheet, row, y, ROW)
  }
  return rule(sheet, { x: A4.margin, y: y + 2, width: A4.width })
}
