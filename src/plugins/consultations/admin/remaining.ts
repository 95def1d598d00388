const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/** Milliseconds that are left; 0 once it is over. */
export const leftUntil = (time: string | null, now: number): number =>
  time === null ? 0 : Math.max(0, Date.parse(time) - now)

/** `12:05`; `0:00` only when nothing is left. */
export const showLeft = (ms: number): string => {
  const seconds = Math.ceil(ms / SECOND_MS)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Whole minutes that are left, as people say them: 5 until less than 4 and a half are left. */
export const minutesLeft = (ms: number): number => Math.round(ms / MINUTE_MS)

/** How much of the time is left, from 1 to 0. */
export const shareLeft = (
  startedAt: string | null,
  expiresAt: string | null,
  now: number,
): number => {
  if (startedAt === null || expiresAt === null) return 0
  const whole = Date.parse(expiresAt) - Date.parse(startedAt)
  return Math.min(1, leftUntil(expiresAt, now) / whole)
}

/** The last minutes, which are shown in red. */
export const isEnding = (ms: number, warningMinutes: number): boolean =>
  ms > 0 && ms <= warningMinutes * MINUTE_MS
