import type { PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { APIError, QueryError } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { z } from 'zod'

import { publicDatabaseError } from '@/database/errors'

import { ApiError } from './apiError'
import { isFilter } from './filter'
import { badFilter } from './refusals'

const SEARCH_MAX = 200
const SEARCH_TOO_LONG = `search maksimal ${SEARCH_MAX} huruf.`

export const searchTooLong = () =>
  new ApiError(422, SEARCH_TOO_LONG, { errors: { search: [SEARCH_TOO_LONG] } })

/** How an endpoint is told which documents of a list it is about: as the panel's list is told. */
export const listFilterQuery = {
  where: z.string().optional().describe("Payload's filter, as JSON or as `where[…]`."),
  search: z
    .string()
    .max(SEARCH_MAX, SEARCH_TOO_LONG)
    .optional()
    .describe('What is typed into the search of the list.'),
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw badFilter()
  }
}

const filterOf = ({ query }: PayloadRequest): Where => {
  const { where = {} } = query as { where?: string | Where }
  const filter = typeof where === 'string' ? parse(where || '{}') : where
  if (!isFilter(filter)) throw badFilter()
  return filter
}

/**
 * The filter of a list, with what was typed into its search.
 * @throws {ApiError} 400 when it is no filter
 */
export const whereOf = (
  req: PayloadRequest,
  collectionConfig: SanitizedCollectionConfig,
  search: string | undefined,
): Where =>
  mergeListSearchAndWhere({ collectionConfig, search, where: filterOf(req) } as never) ?? {}

/**
 * Payload makes SQL of whatever operator and value it is given for a field, or stumbles over them. What is
 * no answer to the client yet, and does not come of the load, comes of these.
 * @returns the error that says so, or the error itself
 */
export const faultOfFilter = (error: unknown): unknown => {
  const isOfFilter =
    error instanceof QueryError ||
    (!(error instanceof APIError) && publicDatabaseError(error) === null)
  return isOfFilter ? badFilter() : error
}
