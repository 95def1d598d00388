import type { CollectionBeforeOperationHook } from 'payload'

import { isStaff } from './index'

const MAX_LIMIT = 100
const MAX_DEPTH = 2
/** Larger pages overflow Postgres' bigint OFFSET; no list is that long. */
const MAX_PAGE = 1_000_000
/** What staff may ask for at once; 0 still means all. */
const MAX_STAFF_LIMIT = 100_000

type Page = { limit?: unknown; page?: unknown }
type Args = Page & { depth?: unknown; pagination?: unknown; joins?: unknown }

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

/** Arguments with paging that is sane, and capped; `limit=abc` and `page=-1` are as good as not sent. */
const page = <T extends Page>(args: T, staff: boolean, isUnpaged = false): T => {
  const { limit: asked, page: number, ...rest } = args
  let limit = isCount(asked) ? Math.min(asked, staff ? MAX_STAFF_LIMIT : MAX_LIMIT) : undefined
  if (!staff && (limit === 0 || (limit === undefined && isUnpaged))) limit = MAX_LIMIT
  return {
    ...rest,
    ...(limit === undefined ? {} : { limit }),
    ...(isCount(number) && number > 0 ? { page: Math.min(number, MAX_PAGE) } : {}),
  } as T
}

const pageJoins = (joins: unknown, staff: boolean): unknown => {
  if (typeof joins !== 'object' || joins === null) return joins
  return Object.fromEntries(
    Object.entries(joins).map(([path, join]: [string, unknown]) => [
      path,
      typeof join === 'object' && join !== null ? page(join, staff) : join,
    ]),
  )
}

/**
 * For every collection: caps `limit` (100) and `depth` (2) of what patients and strangers read over
 * REST and GraphQL, of joined lists too, and drops paging arguments that Postgres would choke on,
 * whoever sent them. Local calls that override access are left alone, also within a request.
 */
export const capPageSize: CollectionBeforeOperationHook = ({ args, overrideAccess, req }) => {
  if (overrideAccess === true || req.payloadAPI === 'local') return
  const staff = isStaff(req)
  const { depth, joins, ...rest } = args as Args
  return {
    ...page(rest, staff, rest.pagination === false),
    ...(isCount(depth) ? { depth: staff ? depth : Math.min(depth, MAX_DEPTH) } : {}),
    ...(joins === undefined ? {} : { joins: pageJoins(joins, staff) }),
  } as typeof args
}
