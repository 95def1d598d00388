import type { Payload } from 'payload'
import type { z } from 'zod'

import { clinicZone } from '@/lib/clinicZone'

import type { statisticsAnswer } from '../schemas'
import { countStatistics } from '../statistics.sql'

export type Statistics = z.infer<typeof statisticsAnswer>

/** How the consultations are going, everywhere, by the database's clock. */
export const readStatistics = async ({ payload }: { payload: Payload }): Promise<Statistics> =>
  countStatistics({ payload }, clinicZone({ payload }))
