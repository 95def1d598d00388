type Time = Date | string

const DAY = { day: '2-digit', month: '2-digit', year: 'numeric' } as const
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

const parts = (time: Time, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  // British English writes days and times as the panel does (config.admin.dateFormat).
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(new Date(time))

/** `21/11/2026 14:05`, in the clinic's zone. */
export const showTime = (time: Time, timeZone: string): string =>
  `${showDay(time, timeZone)} ${parts(time, timeZone, CLOCK)}`

/** `21/11/2026`, in the clinic's zone. */
export const showDay = (time: Time, timeZone: string): string => parts(time, timeZone, DAY)

/** `14:05`, in the clinic's zone. */
export const showClock = (time: Time, timeZone: string): string => parts(time, timeZone, CLOCK)
