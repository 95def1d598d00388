import * as errors from './errors'

/** What the hooks of the collections refuse, for the API reference. */
export const refusals = {
  shifts: { create: [errors.shiftStillOpen] },
  'cash-entries': {
    create: [
      errors.noOpenShift,
      errors.kindNotAllowed,
      errors.amountInvalid,
      errors.payInNegative,
      errors.reasonNeeded,
    ],
  },
}
