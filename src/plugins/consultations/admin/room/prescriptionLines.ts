/** A line of a prescription as it is being written. */
export type Line = {
  obat: number
  name: string
  unit: string
  /** As it was typed. */
  quantity: string
  dose: string
  note: string
}

export type FoundObat = { id: number; name: string; unit?: string | null }

/** An obat that is there already is not added twice. */
export const addLine = (lines: Line[], { id, name, unit }: FoundObat): Line[] =>
  lines.some(({ obat }) => obat === id)
    ? lines
    : [...lines, { obat: id, name, unit: unit ?? '', quantity: '', dose: '', note: '' }]

export const changeLine = (lines: Line[], obat: number, to: Partial<Line>): Line[] =>
  lines.map((line) => (line.obat === obat ? { ...line, ...to } : line))

export const removeLine = (lines: Line[], obat: number): Line[] =>
  lines.filter((line) => line.obat !== obat)

export type Item = { obat: number; quantity: number; dose: string; note: string | null }

/** What is sent; null while something is missing or no number. */
export const itemsOf = (lines: Line[]): Item[] | null => {
  const items = lines.map(({ obat, quantity, dose, note }) => ({
    obat,
    quantity: /^\d{1,6}$/.test(quantity.trim()) ? Number(quantity) : 0,
    dose: dose.trim(),
    note: note.trim() || null,
  }))
  const isWhole = items.every(({ quantity, dose }) => quantity > 0 && dose !== '')
  return items.length > 0 && isWhole ? items : null
}
