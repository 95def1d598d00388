import { parse } from 'graphql'

import type { Refusal } from '../api/refusal'

/** Some 800 fields. Validation compares equal fields pairwise: its work grows with the square. */
const MAX_TOKENS = 1_000

/**
 * Refuses a GraphQL document that is too large to be validated, before anybody tries. Whatever else is
 * wrong with it, GraphQL itself says better.
 */
export const checkDocumentSize = ({ query }: Record<string, unknown>): Refusal | null => {
  if (typeof query !== 'string') return null
  try {
    parse(query, { maxTokens: MAX_TOKENS, noLocation: true })
    return null
  } catch (error) {
    const isTooLarge = error instanceof Error && error.message.includes(`${MAX_TOKENS} tokens`)
    return isTooLarge ? { status: 400, message: 'Dokumen GraphQL terlalu besar.' } : null
  }
}
