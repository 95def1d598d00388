import type { AfterErrorHook } from 'payload'

import { publicDatabaseError } from './errors'

/** Over the generated REST and GraphQL: what a client, or load, caused in the database is no 500. */
export const presentDatabaseErrors: AfterErrorHook = ({ error, graphqlResult }) => {
  const original = (error as { originalError?: unknown }).originalError ?? error
  const known = publicDatabaseError(original)
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
