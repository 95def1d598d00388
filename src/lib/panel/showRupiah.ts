const grouped = new Intl.NumberFormat('id-ID')

/** Whole rupiah as people write them: `Rp 12.500`. */
export const showRupiah = (amount: number): string => `Rp ${grouped.format(amount)}`
