import type { GraphQLExtension } from 'payload'

import { checked } from '@/lib/checked'
import { mutationOf } from '@/lib/mutationOf'

import { endBillCharge } from './operations/endBillCharge'
import { giveBack } from './operations/giveBack'
import { clearTheWay, takePayment } from './operations/takePayment'
import { givingBack, taking } from './schemas'

type Args = { id: string }

/** The named operations of bills as GraphQL mutations, with the same refusals as over REST. */
export const billMutations: GraphQLExtension = (graphQL, payload) => {
  const type = payload.collections.pemeriksaan?.graphQL?.type
  if (!type) return {}
  const { GraphQLFloat, GraphQLNonNull, GraphQLString } = graphQL
  const id = { type: new GraphQLNonNull(GraphQLString) }
  const amount = { type: GraphQLFloat }
  return {
    takePemeriksaanPayment: mutationOf(
      type,
      { id, method: { type: GraphQLString }, cashReceived: amount, total: amount },
      async (req, { id: bill, ...given }: Args) => {
        const taken = checked(taking, given)
        await clearTheWay(req, bill, taken)
        return takePayment(req, bill, taken)
      },
    ),
    endPemeriksaanCharge: mutationOf(type, { id }, (req, given: Args) =>
      endBillCharge(req, given.id),
    ),
    giveBackPemeriksaan: mutationOf(
      type,
      { id, reason: { type: new GraphQLNonNull(GraphQLString) } },
      (req, { id: bill, ...given }: Args) => giveBack(req, bill, checked(givingBack, given).reason),
    ),
  }
}
