import type { FieldHook } from 'payload'

import type { Consultation } from '@/payload-types'

import { readingTime } from '../clock'
import type { ConsultationStatus } from '../constants'

/** The state by the times and the database's clock: what is stored follows a moment later. */
export const showTrueState: FieldHook<Consultation, ConsultationStatus | undefined> = async ({
  data,
  req,
  value,
}) => {
  if (!data?.startedAt || !data.expiresAt) return value
  if (data.endedAt) return 'expired'
  const now = (await readingTime(req)).getTime()
  if (now >= new Date(data.expiresAt).getTime()) return 'expired'
  return now < new Date(data.startedAt).getTime() ? 'scheduled' : 'active'
}
