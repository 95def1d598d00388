/**
 * The check digit of EAN-13: weights 1 and 3 in turn, up to the next ten (GS1 General
 * Specifications, 7.9).
 */
export const isValidEan13 = (barcode: string): boolean => {
  if (!/^\d{13}$/.test(barcode)) return false
  const sum = Array.from(barcode).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  )
  return sum % 10 === 0
}

/** `8,99E+12`: what a spreadsheet makes of a barcode that it took for a number. */
export const isMangledBarcode = (text: string): boolean => /^\d+([.,]\d+)?E\+?\d+$/i.test(text)
