const grouped = new Intl.NumberFormat('id-ID')

/** Whole rupiah as people write them: `Rp 12.500`, `-Rp 500`. */
export const showRupiah = (amount: number): string =>
  `${amount < 0 ? '-' : ''}Rp ${grouped.format(Math.abs(amount))}`
