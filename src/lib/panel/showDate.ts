type Time = Date | string

const format = (options: Intl.DateTimeFormatOptions, timeZone: string) =>
  new Intl.DateTimeFormat('id-ID', { ...options, timeZone })

/** `21/11/2026 14.05`, in the clinic's zone. */
export const showTime = (time: Time, timeZone: string): string =>
  format({ dateStyle: 'short', timeStyle: 'short' }, timeZone).format(new Date(time))

/** `21/11/2026`, in the clinic's zone. */
export const showDay = (time: Time, timeZone: string): string =>
  format({ day: '2-digit', month: '2-digit', year: 'numeric' }, timeZone).format(new Date(time))
