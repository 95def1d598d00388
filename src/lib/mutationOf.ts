import type { PayloadRequest } from 'payload'
import { isolateObjectProperty } from 'payload'

import { unauthenticated } from './refusals'

/** A named operation as a GraphQL mutation of whoever is signed in. @throws {ApiError} 401 */
export const mutationOf = <Given, Result>(
  type: unknown,
  args: Record<string, { type: unknown }>,
  change: (req: PayloadRequest, given: Given) => Promise<Result>,
) => ({
  type,
  args,
  resolve: async (
    _parent: unknown,
    given: Given,
    context: { req: PayloadRequest },
  ): Promise<Result> => {
    // Each mutation of a request has a transaction of its own, as Payload's have.
    const req = isolateObjectProperty(context.req, 'transactionID')
    if (!req.user) throw unauthenticated()
    return change(req, given)
  },
})
