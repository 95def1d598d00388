import type { DocumentNode } from 'graphql'
import { Kind, OperationTypeNode, parse } from 'graphql'

import type { Refusal } from '../api/refusal'

/** Some 800 fields. Validation compares equal fields pairwise: its work grows with the square. */
const MAX_TOKENS = 1_000

const isSubscription = (document: DocumentNode): boolean =>
  document.definitions.some(
    (node) =>
      node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.SUBSCRIPTION,
  )

/**
 * Refuses a GraphQL document that is too large to be validated, or would be an exception there, before
 * anybody tries. Whatever else is wrong with it, GraphQL itself says better.
 */
export const checkDocument = ({ query }: Record<string, unknown>): Refusal | null => {
  if (typeof query !== 'string') return null
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS, noLocation: true })
    if (!isSubscription(document)) return null
    return { status: 400, message: 'GraphQL subscription tidak didukung.' }
  } catch (error) {
    const isTooLarge = error instanceof Error && error.message.includes(`${MAX_TOKENS} tokens`)
    return isTooLarge ? { status: 400, message: 'Dokumen GraphQL terlalu besar.' } : null
  }
}
