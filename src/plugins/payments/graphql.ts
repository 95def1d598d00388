import type { GraphQLExtension } from 'payload'

import { checked } from '@/lib/checked'
import { mutationOf } from '@/lib/mutationOf'

import { closeShift } from './operations/closeShift'
import { stateFloat } from './operations/stateFloat'
import { syncTransaction } from './operations/syncTransaction'
import { closing, openingFloat } from './schemas'

/** The named operations of shifts as GraphQL mutations, with the same refusals as over REST. */
export const shiftMutations: GraphQLExtension = (graphQL, payload) => {
  const type = payload.collections.shifts?.graphQL?.type
  if (!type) return {}
  const { GraphQLFloat, GraphQLInt, GraphQLNonNull, GraphQLString } = graphQL
  const id = { type: new GraphQLNonNull(GraphQLInt) }
  const amount = { type: new GraphQLNonNull(GraphQLFloat) }
  const optionalAmount = { type: GraphQLFloat }
  const note = { type: GraphQLString }
  return {
    closeShift: mutationOf(
      type,
      {
        id,
        countedCash: amount,
        countedQris: optionalAmount,
        countedTransfer: optionalAmount,
        note,
      },
      (req, { id: shift, ...given }: { id: number }) =>
        closeShift(req, shift, checked(closing, given)),
    ),
    stateShiftFloat: mutationOf(
      type,
      { id, openingFloat: amount, note },
      (req, { id: shift, ...given }: { id: number }) =>
        stateFloat(req, shift, checked(openingFloat, given)),
    ),
  }
}

/** The named operations of transactions, likewise. */
export const transactionMutations: GraphQLExtension = (graphQL, payload) => {
  const type = payload.collections.transactions?.graphQL?.type
  if (!type) return {}
  const id = { type: new graphQL.GraphQLNonNull(graphQL.GraphQLString) }
  return {
    syncTransaction: mutationOf(type, { id }, (req, given: { id: string }) =>
      syncTransaction(req, given.id),
    ),
  }
}
