import type { CollectionBeforeChangeHook } from 'payload'

import type { Doctor } from '@/payload-types'

import { hoursInvalid } from '../errors'
import { hoursFaults } from '../hoursFaults'

/** Hours are kept as duty is computed of them: real, in order, apart. @throws {ApiError} 422 */
export const checkHours: CollectionBeforeChangeHook<Doctor> = ({ data }) => {
  const errors = hoursFaults(data.schedule, data.overrides)
  if (Object.keys(errors).length > 0) throw hoursInvalid(errors)
}
