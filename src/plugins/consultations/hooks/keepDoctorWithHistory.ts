import type { CollectionBeforeDeleteHook } from 'payload'

import { doctorHasHistory as hasHistory } from '../doctors.sql'
import { doctorHasHistory } from '../errors'

/** Whoever was paid for stays, and may be made inactive. @throws {ApiError} 409 */
export const keepDoctorWithHistory: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await hasHistory(req, Number(id))) throw doctorHasHistory()
}
