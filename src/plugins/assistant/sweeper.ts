import type { Payload } from 'payload'

import type { Sweeper } from '@/lib/sweeper'

import { KEPT_MONTHS } from './constants'
import { forgetQuotas } from './quotas.sql'
import { deleteUntouched } from './talks.sql'

const HOUR_MS = 3_600_000
const BATCH = 500

/** Deletes kept talks that nobody has gone on with for a year. */
export const forgetOldTalks = async (payload: Payload): Promise<void> => {
  let deleted = BATCH
  while (deleted === BATCH) deleted = await deleteUntouched({ payload }, KEPT_MONTHS, BATCH)
}

export const sweepers: Sweeper[] = [
  { name: 'forget-old-talks', everyMs: HOUR_MS, run: forgetOldTalks },
  {
    name: 'forget-who-asked',
    everyMs: HOUR_MS,
    run: async (payload) => forgetQuotas({ payload }),
  },
]
