import type { Refusal, SignedInRequest } from '@/lib/contract'

import { orderNotFound } from '../errors'
import type { PharmacyOptions } from '../index'
import { presentDeskOrder } from '../present'
import { contractDeskOrder, orderDone } from '../schemas'
import { DESK, DESK_TAG, presenterOf, readOrder, success } from './answers'

export type DeskTransition = {
  verb: string
  message: string
  summary: string
  description?: string
  refusals: readonly Refusal[]
}

/** What every transition at the desk has in common. */
export const deskContract = ({ verb, message, refusals, ...docs }: DeskTransition) => ({
  method: 'post' as const,
  path: `/apotek/cashier/orders/:id/${verb}`,
  docs: { tag: DESK_TAG, ...docs },
  roles: DESK,
  isIdempotent: true,
  answers: { 200: orderDone(message, contractDeskOrder) },
  refusals: [...refusals, orderNotFound],
})

/** The order as it is then. */
export const answerWith = async (
  options: PharmacyOptions,
  req: SignedInRequest,
  id: number,
  message: string,
) => {
  const data = presentDeskOrder(await readOrder(req, id), presenterOf(req, options))
  return success(200, { message, data })
}
