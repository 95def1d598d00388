import type { PayloadRequest } from 'payload'

import { dayIn } from '@/lib/dayIn'

import { optionsOf } from '../options'
import { readUsage } from '../usage.sql'
import type { UsageQuery, UsageReport } from '../usageSchemas'
import { readSettings } from './readSettings'

const DAYS = 30

/** A calendar day is no moment: it is counted as if it were one in UTC. */
const daysAfter = (day: string, days: number): string => {
  const time = new Date(`${day}T00:00:00Z`)
  time.setUTCDate(time.getUTCDate() + days)
  return time.toISOString().slice(0, 10)
}

/** How much the assistant was asked on each day, for admins: both ends included. */
export const reportUsage = async (
  req: PayloadRequest,
  { from, to }: UsageQuery,
): Promise<UsageReport> => {
  const { gemini, clinicTimezone } = optionsOf(req)
  const last = to ?? (from ? daysAfter(from, DAYS - 1) : dayIn(clinicTimezone, new Date()))
  const first = from ?? daysAfter(last, 1 - DAYS)
  const used = new Map(
    (await readUsage(req, { from: first, to: last })).map((one) => [one.day, one]),
  )
  const days: UsageReport['days'] = []
  for (let day = first; day <= last; day = daysAfter(day, 1)) {
    const none = { requests: 0, promptTokens: 0, completionTokens: 0, errors: 0, blocked: 0 }
    days.push(used.get(day) ?? { day, ...none })
  }
  const { model } = await readSettings(req)
  return { isConfigured: gemini.key !== null, model, days }
}
