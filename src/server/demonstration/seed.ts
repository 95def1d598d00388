import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import { withTransaction } from '@/database/transactions'
import { env } from '@/env'
import { anyUserExists, lockFirstUser } from '@/plugins/accounts/sql'

import { fillConsultations } from './consultations'
import { fillCourses } from './courses'
import { fillExaminations } from './examinations'
import { playHistory } from './history'
import { fillNews } from './news'
import { createCast } from './people'
import { fillQueue } from './queue'
import { fillShelves } from './shelves'

/** A domain that was taken out, or whose documents are there already, is left alone. */
const isEmpty = async (
  req: PayloadRequest,
  collection: 'obat' | 'courses' | 'doctors' | 'pemeriksaan' | 'news',
): Promise<boolean> => {
  if (!Object.hasOwn(req.payload.collections, collection)) return false
  const { totalDocs } = await req.payload.count({
    collection,
    req,
    overrideAccess: true,
  })
  return totalDocs === 0
}

/**
 * Fills an empty database with the demonstration's data, all of it or nothing; one that has users is
 * left alone. The same at every start, but for what depends on the hour.
 * @returns whether anything was written
 * @throws {Error} where `DATABASE_URL` is set: logins that everybody knows, and a past that the guards
 *   did not see, are for an embedded database only
 */
export const seedDemonstration = async (payload: Payload): Promise<boolean> => {
  if (env.isProduction)
    throw new Error('The demonstration is never made where DATABASE_URL is set.')
  const req = await createLocalReq({}, payload)
  return withTransaction(req, async () => {
    await lockFirstUser(req)
    if (await anyUserExists(req)) return false
    const cast = await createCast(req)
    const shelves = (await isEmpty(req, 'obat')) ? await fillShelves(req) : null
    if (shelves) {
      await playHistory(req, cast, shelves)
      await fillQueue(cast, shelves)
    }
    if (await isEmpty(req, 'courses')) await fillCourses(req, cast)
    if (await isEmpty(req, 'doctors')) await fillConsultations(req, cast, shelves)
    if (await isEmpty(req, 'pemeriksaan')) await fillExaminations(req, cast)
    if (await isEmpty(req, 'news')) await fillNews(req, cast, shelves)
    return true
  })
}
