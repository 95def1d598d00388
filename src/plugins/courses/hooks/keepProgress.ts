import type { CollectionBeforeChangeHook } from 'payload'

import type { Enrollment } from '@/payload-types'

import { findEarlierProgress } from '../sql'

const idOf = <Id>(value: Id | { id: Id }): Id =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : (value as Id)

/** Who comes back after their enrollment was revoked goes on where they were. */
export const keepProgress: CollectionBeforeChangeHook<Enrollment> = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || !data.user || !data.course) return data
  const [user, course] = [idOf<number>(data.user), idOf<string>(data.course)]
  return { ...data, ...(await findEarlierProgress(req, user, course)) }
}
