const HOUR = 60 * 60_000
const GMT7 = 7 * HOUR

/** As Midtrans writes times: GMT+7, without saying so. */
export const toGmt7 = (ms: number): string =>
  new Date(ms + GMT7).toISOString().slice(0, 19).replace('T', ' ')

const UNITS: Record<string, number> = {
  second: 1000,
  minute: 60_000,
  hour: HOUR,
  day: 24 * HOUR,
}

/** `minute` and `minutes` alike; null for a unit that is none. */
export const unitMs = (unit: string): number | null => UNITS[unit.replace(/s$/, '')] ?? null

/** `yyyy-MM-dd HH:mm:ss +0700`; null for anything else. */
export const parseStart = (text: string): number | null => {
  const match = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/.exec(text)
  if (!match) return null
  const ms = Date.parse(`${match[1]}T${match[2]}${match[3]}:${match[4]}`)
  return Number.isNaN(ms) ? null : ms
}

/** Milliseconds: Node's timers end at 24 days. */
export const LONGEST_TIMER = 2 ** 31 - 1
