import * as errors from './errors'

/** What each transition of an order is refused with, whichever door it comes through; 404 comes beside. */
export const REFUSED = {
  confirm: [
    errors.alreadyPaid,
    errors.alreadyCancelled,
    errors.cashTooLittle,
    errors.cashOfCashOnly,
    errors.chargeIsLive,
  ],
  complete: [
    errors.alreadyCancelled,
    errors.alreadyCompleted,
    errors.alreadyPaid,
    errors.notPaid,
    errors.chargeIsLive,
  ],
  reject: [errors.alreadyCancelled, errors.alreadyPaid],
  cancel: [errors.alreadyCancelled, errors.alreadyPaid, errors.notPending, errors.chargeIsLive],
}
