import type { FieldHook } from 'payload'

import { clinicZone } from '@/lib/clinicZone'
import type { Doctor } from '@/payload-types'

import { readingTime } from '../clock'
import { isOnDuty, nextBeginning } from '../duty'
import { isOnOffer } from '../operations/isOnOffer'

/** Whether the doctor works now, by the clinic's clock. */
export const showOnDuty: FieldHook<Doctor> = async ({ data, req }) =>
  (await isOnOffer(req, data)) && isOnDuty(data ?? {}, await readingTime(req), clinicZone(req))

/** When the next hours begin; null while the doctor works, and where none are near. */
export const showNextAvailable: FieldHook<Doctor> = async ({ data, req }) => {
  if (!data || !(await isOnOffer(req, data))) return null
  const now = await readingTime(req)
  const zone = clinicZone(req)
  return isOnDuty(data, now, zone) ? null : (nextBeginning(data, now, zone)?.toISOString() ?? null)
}
