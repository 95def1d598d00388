import type { Payload } from 'payload'
import { createLocalReq } from 'payload'

import { withTransaction } from '@/database/transactions'
import { anyUserExists, lockFirstUser } from '@/plugins/accounts/sql'

import { playHistory } from './history'
import { createCast } from './people'
import { fillQueue } from './queue'
import { fillShelves } from './shelves'

/**
 * Fills an empty database with the demonstration's data, all of it or nothing; one that has users is
 * left alone. The same at every start, but for what depends on the hour. @returns whether anything was
 * written
 */
export const seedDemonstration = async (payload: Payload): Promise<boolean> => {
  const req = await createLocalReq({}, payload)
  return withTransaction(req, async () => {
    await lockFirstUser(req)
    if (await anyUserExists(req)) return false
    const cast = await createCast(req)
    // A house without a pharmacy has its people all the same.
    if (!Object.hasOwn(payload.collections, 'obat')) return true
    const shelves = await fillShelves(req)
    await playHistory(req, cast, shelves)
    await fillQueue(cast, shelves)
    return true
  })
}
