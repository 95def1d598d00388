import type { PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { mergeListSearchAndWhere } from 'payload/shared'
import { z } from 'zod'

import { DELIMITERS } from '@/lib/csv'

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
  delimiter: z.enum(DELIMITERS, { error: 'delimiter tidak dikenal.' }).default(','),
})

const filterOf = ({ query }: PayloadRequest): Where => {
  const { where } = query as { where?: string | Where }
  if (typeof where !== 'string') return where ?? {}
  try {
    return JSON.parse(where || '{}') as Where
  } catch {
    throw badFilter()
  }
}

/**
 * The filter of a list, with what was typed into its search.
 * @throws {ApiError} 400 when it is no JSON
 */
export const whereOf = (
  req: PayloadRequest,
  collectionConfig: SanitizedCollectionConfig,
  search: string | undefined,
): Where =>
  mergeListSearchAndWhere({ collectionConfig, search, where: filterOf(req) } as never) ?? {}
