import type { ASTVisitor, DocumentNode, ValidationContext } from 'graphql'
import { GraphQLError } from 'graphql'

import type { Size } from './measure'
import { measureOperations } from './measure'

/**
 * Far above what an app asks for, far below what hurts. `cost` counts fields as often as they will be
 * resolved: a page of 100 documents with 15 fields each costs 1,500.
 */
export const GRAPHQL_LIMITS = {
  depth: 10,
  aliases: 30,
  queryRoots: 20,
  /** Each counts against the same rate limits; this keeps them from coming in one request. */
  mutationRoots: 5,
  cost: 5_000,
} as const

const faultsOf = ({ operation, depth, aliases, roots, cost }: Size): string[] => {
  const maxRoots =
    operation === 'mutation' ? GRAPHQL_LIMITS.mutationRoots : GRAPHQL_LIMITS.queryRoots
  const faults: [name: string, value: number, max: number][] = [
    ['depth', depth, GRAPHQL_LIMITS.depth],
    ['aliases', aliases, GRAPHQL_LIMITS.aliases],
    ['root fields', roots, maxRoots],
    ['cost', cost, GRAPHQL_LIMITS.cost],
  ]
  return faults
    .filter(([, value, max]) => value > max)
    .map(([name, , max]) => `The ${operation} exceeds the maximum of ${max} for ${name}.`)
}

type RuleArgs = { variableValues?: Readonly<Record<string, unknown>> | null | undefined }

/**
 * For `graphQL.validationRules` in payload.config.ts: limits the depth, aliases, root fields and cost of
 * each operation. Payload's own `maxComplexity` ignores `limit` and counts aliases as almost free.
 * Introspection is left to graphql-js, which limits its depth by itself.
 */
export const graphQLLimits = ({ variableValues }: RuleArgs) => [
  (context: ValidationContext): ASTVisitor => ({
    Document: (document: DocumentNode) => {
      for (const size of measureOperations(document, variableValues ?? {})) {
        for (const fault of faultsOf(size)) context.reportError(new GraphQLError(fault))
      }
    },
  }),
]
