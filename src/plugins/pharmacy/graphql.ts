import type { GraphQLExtension } from 'payload'

import { checked } from '@/lib/checked'
import { mutationOf } from '@/lib/mutationOf'

import { cancelOrder } from './operations/cancelOrder'
import { completeOrder, confirmPayment } from './operations/confirmPayment'
import { changeWithoutCharge } from './operations/endCharge'
import { rejectPayment } from './operations/rejectPayment'
import { taking } from './requests'

type Args = { id: number; reason?: string | null }

/** The named operations of orders as GraphQL mutations, with the same refusals as over REST. */
export const orderMutations: GraphQLExtension = (graphQL, payload) => {
  const type = payload.collections.orders?.graphQL?.type
  if (!type) return {}
  const id = { type: new graphQL.GraphQLNonNull(graphQL.GraphQLInt) }
  const optionalReason = { type: graphQL.GraphQLString }
  const reason = { type: new graphQL.GraphQLNonNull(graphQL.GraphQLString) }

  return {
    cancelOrder: mutationOf(type, { id, reason: optionalReason }, (req, given: Args) =>
      changeWithoutCharge(req, given.id, () => cancelOrder(req, given.id, given.reason ?? '')),
    ),
    confirmOrderPayment: mutationOf(
      type,
      { id, method: { type: graphQL.GraphQLString }, cashReceived: { type: graphQL.GraphQLFloat } },
      (req, { id: order, ...given }: Args) => {
        const taken = checked(taking, given)
        return changeWithoutCharge(req, order, () => confirmPayment(req, order, taken))
      },
    ),
    rejectOrderPayment: mutationOf(type, { id, reason }, (req, given: Args) =>
      rejectPayment(req, given.id, given.reason ?? ''),
    ),
    completeOrder: mutationOf(type, { id }, (req, given: Args) =>
      changeWithoutCharge(req, given.id, () => completeOrder(req, given.id)),
    ),
  }
}
