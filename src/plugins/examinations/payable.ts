import type { Payable } from '@/plugins/payments/contract'

import { confirmationPath } from './constants'
import { alreadyPaid, billNotFound, moneyWentBack } from './errors'
import { billId } from './operations/existingBill'
import { payableBill, quoteBill } from './operations/quoteBill'
import { revokeBill, settleBill } from './operations/settleBill'

/**
 * A bill, paid online, by its patient or by whoever has its link: so the gateway's page does not say who the
 * patient is. Nothing is held while it is being paid; a charge that is live keeps the bill as it is.
 */
export const billPayable: Payable = {
  type: 'pemeriksaan',
  collection: 'pemeriksaan',
  isOpenToOthers: true,
  quote: ({ req, user, item }) => quoteBill(req, user, item),
  recheck: async ({ req, user, item }) => {
    await payableBill(req, user, item)
  },
  settle: ({ req, transaction }) => settleBill(req, transaction),
  release: () => Promise.resolve(),
  revoke: ({ req, transaction }) => revokeBill(req, transaction),
  parse: ({ type, id }) => {
    if (type !== 'pemeriksaan' || typeof id !== 'string') return null
    return { id: billId(id) ?? id }
  },
  finishPath: ({ id }) => confirmationPath(id),
  refusals: [billNotFound, alreadyPaid, moneyWentBack],
  alreadyPaid,
}
