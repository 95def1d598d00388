const grouped = new Intl.NumberFormat('id-ID')

/** A whole number as people write it: `12.500`. */
export const showWhole = (amount: number): string => grouped.format(amount)

/** Whole rupiah as people write them: `Rp 12.500`, `-Rp 500`. */
export const showRupiah = (amount: number): string =>
  `${amount < 0 ? '-' : ''}Rp ${showWhole(Math.abs(amount))}`
