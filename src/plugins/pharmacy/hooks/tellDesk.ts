import type { CollectionAfterChangeHook } from 'payload'

import { tell } from '@/plugins/realtime'
import type { Order } from '@/payload-types'

import { DESK_ROOM, ORDERS_CHANGED } from '../constants'

/** Every order that is placed or changes, by whomever, is told to those at the desk. */
export const tellDesk: CollectionAfterChangeHook<Order> = async ({ doc, req }) => {
  await tell(req, DESK_ROOM, ORDERS_CHANGED, { id: doc.id })
  return doc
}
