/** `Senin, 23 November 2026 pukul 08.00`, by the clock of a zone. */
export const sayTime = (time: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(time)
