/**
 * The calendar day of a moment in a zone. Browser-safe.
 * @param zone an IANA name: `Asia/Jakarta`
 * @returns `2026-11-21`
 */
export const dayIn = (zone: string, time: Date): string => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(time)
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
