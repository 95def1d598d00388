import type { Payable } from '@/plugins/payments/contract'
import { tell } from '@/plugins/realtime'

import { DESK_ROOM, ORDERS_CHANGED } from './constants'
import { alreadyCancelled, alreadyPaid, payableNotFound } from './errors'
import { quoteOrder } from './operations/quoteOrder'
import { revokeOrder } from './operations/revokeOrder'
import { settleOrder } from './operations/settleOrder'

/** The desk sees that an order is being paid online, or no longer is. */
const tellDesk: Payable['release'] = async ({ req, transaction: { itemId } }) =>
  tell(req, DESK_ROOM, ORDERS_CHANGED, { id: Number(itemId) })

/** An order of obat, paid online. Its goods are held since it was placed, and until it expires. */
export const orderPayable: Payable = {
  type: 'order',
  collection: 'orders',
  quote: ({ req, user, item }) => quoteOrder(req, user, item),
  hold: tellDesk,
  settle: ({ req, transaction }) => settleOrder(req, transaction),
  release: tellDesk,
  revoke: ({ req, transaction }) => revokeOrder(req, transaction),
  parse: ({ type, id }) =>
    type === 'order' && (typeof id === 'number' || typeof id === 'string')
      ? { id: String(id) }
      : null,
  refusals: [payableNotFound, alreadyCancelled, alreadyPaid],
  alreadyPaid,
}
