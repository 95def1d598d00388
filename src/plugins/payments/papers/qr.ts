/** One row of modules that are next to each other and dark. */
export type Run = { row: number; from: number; length: number }

const runsIn = (row: number, size: number, isDark: (column: number) => boolean): Run[] => {
  const runs: Run[] = []
  for (let column = 0; column < size; column += 1) {
    if (!isDark(column)) continue
    const last = runs.at(-1)
    if (last && last.from + last.length === column) last.length += 1
    else runs.push({ row, from: column, length: 1 })
  }
  return runs
}

/** The QR code of a text, as bars to be drawn in a square of `size` modules. */
export const qrOf = async (text: string): Promise<{ size: number; runs: Run[] }> => {
  const { create } = await import('qrcode')
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const rows = Array.from({ length: size }, (_row, index) => index)
  const runs = rows.flatMap((row) => runsIn(row, size, (column) => data[row * size + column] === 1))
  return { size, runs }
}
