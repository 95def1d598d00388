import type { AfterErrorHook, APIError } from 'payload'

import { badFilter } from '@/lib/refusals'

import { publicDatabaseError, sqlState } from './errors'

/**
 * Payload makes SQL of whatever operator a `where` has for a field. Postgres then knows no such operator
 * for the column's type, or cannot read the path (PostgreSQL documentation, appendix A, class 42).
 */
const OF_A_FILTER = new Set(['42601', '42804', '42846', '42883'])

type Query = { where?: unknown; sort?: unknown }

/** A `where` that is a text is read as JSON, before any rule of ours. */
const isNoJson = (error: unknown, where: unknown): boolean =>
  typeof where === 'string' && error instanceof SyntaxError

/** Of an order, too: Postgres has no least of several booleans, by which rows of rows would be put in order. */
const filterError = (
  error: unknown,
  { where, sort }: Query,
  isGraphQL: boolean,
): APIError | null => {
  const isOfFilter = OF_A_FILTER.has(sqlState(error) ?? '') || isNoJson(error, where)
  // GraphQL's arguments are not in the address.
  return (where || sort || isGraphQL) && isOfFilter ? badFilter() : null
}

/** Over the generated REST and GraphQL: what a client, or load, caused in the database is no 500. */
export const presentDatabaseErrors: AfterErrorHook = ({ error, graphqlResult, req }) => {
  const original = (error as { originalError?: unknown }).originalError ?? error
  const known =
    publicDatabaseError(original) ??
    filterError(original, req.query ?? {}, graphqlResult !== undefined)
  if (!known) return
  const { message, status } = known
  return {
    status,
    response: { errors: [{ message }] },
    ...(graphqlResult
      ? {
          graphqlResult: {
            ...graphqlResult,
            message,
            extensions: { ...graphqlResult.extensions, statusCode: status },
          },
        }
      : {}),
  }
}
