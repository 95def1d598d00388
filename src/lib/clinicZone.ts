import type { PayloadRequest } from 'payload'

/** The clinic's time zone (CLINIC_TIMEZONE), by which its days begin and its times are shown. */
export const clinicZone = ({ payload }: Pick<PayloadRequest, 'payload'>): string =>
  payload.config.admin.timezones.defaultTimezone ?? 'UTC'

/** `2026-11-21 14:05:33`, by the clock of a zone: what every spreadsheet reads as a time. */
export const isoTime = (time: Date, timeZone: string): string =>
  // Sweden writes times as ISO 8601 does, but for the T.
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }).format(
    time,
  )

/** `2026-11-21`, by the clock of a zone. */
export const isoDay = (time: Date, timeZone: string): string => isoTime(time, timeZone).slice(0, 10)
