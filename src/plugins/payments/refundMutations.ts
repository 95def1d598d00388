import type { GraphQLExtension } from 'payload'

import { checked } from '@/lib/checked'
import { mutationOf } from '@/lib/mutationOf'

import { refund } from './operations/refund'
import { reviewPayment } from './operations/reviewPayment'
import { refundBody } from './transactionSchemas'

type Args = { id: string }

/**
 * What admins do with a transaction, as GraphQL mutations. A refund by hand needs a picture, which comes
 * over REST.
 */
export const refundMutations: GraphQLExtension = (graphQL, payload) => {
  const transaction = payload.collections.transactions?.graphQL?.type
  const refunds = payload.collections.refunds?.graphQL?.type
  if (!transaction || !refunds) return {}
  const { GraphQLFloat, GraphQLNonNull, GraphQLString } = graphQL
  const id = { type: new GraphQLNonNull(GraphQLString) }
  const text = { type: GraphQLString }
  return {
    refundTransaction: mutationOf(
      refunds,
      {
        id,
        amount: { type: GraphQLFloat },
        reason: { type: new GraphQLNonNull(GraphQLString) },
        note: text,
        kind: text,
        gatewayOrderId: text,
      },
      (req, { id: of, ...given }: Args) => refund(req, of, checked(refundBody, given), null),
    ),
    approveTransaction: mutationOf(transaction, { id }, (req, { id: of }: Args) =>
      reviewPayment(req, of, 'approve'),
    ),
    denyTransaction: mutationOf(transaction, { id }, (req, { id: of }: Args) =>
      reviewPayment(req, of, 'deny'),
    ),
  }
}
