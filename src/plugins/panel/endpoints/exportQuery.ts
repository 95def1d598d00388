import type { PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { z } from 'zod'

import { delimiterQuery } from '@/lib/csv'

import { isFilter } from '@/lib/filter'

import { badFilter } from '../errors'

export const exportQuery = z.object({
  where: z.string().optional().describe("Payload's filter, as JSON or as `where[…]`."),
  search: z.string().max(200).optional().describe('What is typed into the search of the list.'),
  sort: z.string().max(200).optional().describe('A field, with `-` before it for the reverse.'),
  columns: z
    .string()
    .max(4000)
    .optional()
    .describe('Fields, with commas; without it all that the reader may read.'),
  delimiter: delimiterQuery,
})

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
