const PLAIN = /^\d+$/
/** `12.500`: dots part the thousands in Indonesia. A leading zero would be a fraction. */
const GROUPED = /^[1-9]\d{0,2}(\.\d{3})+$/
/** `12500.00`, as databases export money. Shorter ones could be a cut `12.000`. */
const MACHINE = /^(\d{4,})\.00$/

const safe = (digits: string): number | null => {
  const value = Number(digits)
  return Number.isSafeInteger(value) ? value : null
}

/**
 * Reads a count: `1200` or `1.200`.
 * @returns null when the text can be read in no way, or in two
 */
export const parseCount = (text: string): number | null => {
  if (PLAIN.test(text)) return safe(text)
  if (GROUPED.test(text)) return safe(text.replaceAll('.', ''))
  return null
}

/**
 * Reads money as whole rupiah: `12500`, `12.500`, `Rp 12.500`, `Rp12.500,00`, `12.500,-`, `12500.00`.
 * @returns null when the text can be read in no way, or in two: `12.5`, `12,500`, `12.50`
 */
export const parseRupiah = (text: string): number | null => {
  const amount = text
    .replace(/^(rp\.?|idr)\s*/i, '')
    .replace(/,(00?|[-–—]+)$/, '')
    .replace(MACHINE, '$1')
  return parseCount(amount)
}
