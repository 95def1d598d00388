import type { Endpoint } from 'payload'

import type { PharmacyOptions } from '../index'
import { cancelAtDesk } from '../operations/cancelOrder'
import { completeOrder, confirmPayment } from '../operations/confirmPayment'
import { rejectPayment } from '../operations/rejectPayment'
import { REFUSED } from '../transitionRefusals'
import { deskTransition, reasonedTransition, takingTransition } from './deskTransition'

const confirm = {
  verb: 'confirm-payment',
  message: 'Payment confirmed',
  summary: 'Confirm that the money is here',
  description:
    'Cash included. Of two cashiers at once one wins, the other gets 400. A charge by which it could ' +
    'still be paid online is ended first.',
  refusals: REFUSED.confirm,
}
const complete = {
  verb: 'complete',
  message: 'Order completed',
  summary: 'Hand the goods over',
  description: 'Takes the money at that moment for `cod`.',
  refusals: REFUSED.complete,
}
const reject = {
  verb: 'reject-payment',
  message: 'Payment rejected',
  summary: 'Refuse a proof, with a reason that the buyer is told',
  refusals: REFUSED.reject,
}
const cancel = {
  verb: 'cancel',
  message: 'Order dibatalkan',
  summary: 'Cancel an order, with a reason',
  description:
    'Of a paid order it records the money going back; what was paid online is due to be refunded. Its ' +
    'stock returns. A sale at the counter can be ' +
    'taken back like this also when it is completed.',
  refusals: REFUSED.cancel,
}

/** apotek.md, "Confirm Payment", and what contracts/README adds for the desk. */
export const deskTransitions = (options: PharmacyOptions): Endpoint[] => [
  takingTransition(options)(confirm, confirmPayment),
  deskTransition(options)(complete, completeOrder),
  reasonedTransition(options)(reject, rejectPayment),
  reasonedTransition(options)(cancel, cancelAtDesk),
]
