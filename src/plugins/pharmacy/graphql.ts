import type { GraphQLExtension, PayloadRequest } from 'payload'
import { isolateObjectProperty } from 'payload'

import { unauthenticated } from '@/lib/refusals'
import type { Order } from '@/payload-types'

import { cancelOrder } from './operations/cancelOrder'
import { completeOrder, confirmPayment } from './operations/confirmPayment'
import { rejectPayment } from './operations/rejectPayment'

type Args = { id: number; reason?: string | null }
type Change = (req: PayloadRequest, id: number, reason: string) => Promise<Order>

/** The named operations of orders as GraphQL mutations, with the same refusals as over REST. */
export const orderMutations: GraphQLExtension = (graphQL, payload) => {
  const type = payload.collections.orders?.graphQL?.type
  if (!type) return {}
  const id = { type: new graphQL.GraphQLNonNull(graphQL.GraphQLInt) }
  const optionalReason = { type: graphQL.GraphQLString }
  const reason = { type: new graphQL.GraphQLNonNull(graphQL.GraphQLString) }

  const mutation = (args: Record<string, { type: unknown }>, change: Change) => ({
    type,
    args,
    resolve: (_parent: unknown, given: Args, context: { req: PayloadRequest }) => {
      // Each mutation of a request has a transaction of its own, as Payload's have.
      const req = isolateObjectProperty(context.req, 'transactionID')
      if (!req.user) throw unauthenticated()
      return change(req, given.id, given.reason ?? '')
    },
  })

  return {
    cancelOrder: mutation({ id, reason: optionalReason }, cancelOrder),
    confirmOrderPayment: mutation({ id }, confirmPayment),
    rejectOrderPayment: mutation({ id, reason }, rejectPayment),
    completeOrder: mutation({ id }, completeOrder),
  }
}
