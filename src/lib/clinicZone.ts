import type { PayloadRequest } from 'payload'

/** The clinic's time zone (CLINIC_TIMEZONE), by which its days begin and its times are shown. */
export const clinicZone = ({ payload }: Pick<PayloadRequest, 'payload'>): string =>
  payload.config.admin.timezones.defaultTimezone ?? 'UTC'
