const grouped = new Intl.NumberFormat('id-ID')

/** Whole rupiah as people write them: `Rp 12.500`. */
export const showRupiah = (amount: number): string => `Rp ${grouped.format(amount)}`

/** `21 November 2026`, by the clock of a zone. */
export const showDate = (time: string, timeZone: string): string =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone }).format(new Date(time))

/** `21 November 2026 pukul 14.05`, by the clock of a zone. */
export const showTime = (time: string, timeZone: string): string =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
    new Date(time),
  )
