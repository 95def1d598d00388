import { tooManyAttempts } from '@/lib/refusals'

import * as errors from './errors'

/** What each transition of a bill is refused with, whichever door it comes through. */
export const TRANSITION_REFUSALS = {
  take: [
    errors.billNotFound,
    errors.alreadyPaid,
    errors.moneyWentBack,
    errors.totalChanged,
    errors.cashTooLittle,
    errors.cashOfCashOnly,
    errors.billIsBeingPaid,
    errors.chargeNotEnded,
  ],
  end: [errors.billNotFound, errors.alreadyPaid, errors.chargeNotEnded],
  giveBack: [errors.billNotFound, errors.moneyWentBack, errors.notPaid, errors.paidOnline],
}

const written = [
  errors.patientNotFound,
  errors.doctorMissing,
  errors.doctorForeign,
  errors.totalTooLarge,
]

/** What the hooks of the collection refuse, for the API reference. */
export const refusals = {
  pemeriksaan: {
    create: [...written, errors.contactNotFound, errors.contactAmbiguous, tooManyAttempts],
    update: [...written, errors.billIsPaid, errors.billIsBeingPaid],
    delete: [errors.billHasHistory],
  },
}
