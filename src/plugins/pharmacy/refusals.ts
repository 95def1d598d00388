import { tooManyAttempts } from '@/lib/refusals'

import * as errors from './errors'

/** What the hooks of the pharmacy's collections refuse, for the API reference. */
export const refusals = {
  orders: {
    create: [
      errors.stockShort,
      errors.obatNotFound,
      errors.prescriptionNeeded,
      errors.prescriptionShort,
      errors.prescriptionNotFound,
      errors.prescriptionExpired,
      errors.tooManyOpenOrders,
      errors.addressNeeded,
      errors.itemsNeeded,
      errors.cashTooLittle,
      errors.cashOfCashOnly,
    ],
  },
  obat: {
    create: [errors.badDescription],
    update: [errors.badDescription],
    delete: [errors.obatHasHistory],
  },
  'stock-movements': { create: [errors.stockShort, errors.obatNotFound] },
  'payment-proofs': {
    create: [
      errors.alreadyCancelled,
      errors.alreadyPaid,
      errors.notTheOwner,
      errors.orderNotFound,
      errors.pictureNeeded,
      errors.notAPicture,
      errors.pictureTooLarge,
      errors.pictureBroken,
      tooManyAttempts,
    ],
  },
}
