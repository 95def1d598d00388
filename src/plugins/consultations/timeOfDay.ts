const MINUTES_PER_HOUR = 60
export const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR
const TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/

/**
 * The minutes of a time since midnight. Browser-safe.
 * @returns null for what is no time of a day; `24:00` is one, as an end
 */
export const minutesOf = (time: unknown): number | null => {
  const found = typeof time === 'string' ? TIME.exec(time) : null
  if (!found) return null
  const [, hours = '24', minutes = '0'] = found
  return Number(hours) * MINUTES_PER_HOUR + Number(minutes)
}
