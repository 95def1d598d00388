import type { CollectionBeforeOperationHook } from 'payload'

import { isFilter } from '@/lib/filter'
import { badFilter } from '@/lib/refusals'

/** For every collection: a `where` that is no filter is refused, where Payload would fail over it. @throws {ApiError} 400 */
export const refuseBadFilter: CollectionBeforeOperationHook = ({ args, overrideAccess }) => {
  if (overrideAccess === true) return
  const { where } = args as { where?: unknown }
  if (where !== undefined && where !== null && !isFilter(where)) throw badFilter()
}
