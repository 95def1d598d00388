import type { CollectionBeforeValidateHook } from 'payload'

import { isDesk } from '@/access'
import type { Order } from '@/payload-types'

import { checkCash } from '../operations/checkCash'

/** The desk notes what was handed over for a sale; of an order whose money nobody took, there is nothing. */
export const checkCashReceived: CollectionBeforeValidateHook<Order> = ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || !data) return data
  if (!isDesk(req)) return { ...data, cashReceived: null }
  checkCash(data)
  return data
}
