import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import * as refusals from '../errors'
import { sellAtCounter } from '../operations/sellAtCounter'
import { counterSale } from '../requests'
import { orderChanged } from '../schemas'
import { DESK } from './answers'

/** `POST /api/orders/counter-sale`: what the counter's page sells with. */
export const counterSaleEndpoint = contractEndpoint(generatedEnvelope)({
  method: 'post',
  path: '/counter-sale',
  docs: {
    tag: 'orders',
    summary: 'Sell at the counter',
    description: 'The order is made, paid and completed at once, in one transaction.',
  },
  roles: DESK,
  isIdempotent: true,
  body: counterSale,
  answers: { 201: orderChanged },
  refusals: [
    refusals.stockShort,
    refusals.obatNotFound,
    refusals.prescriptionNeeded,
    refusals.prescriptionShort,
    refusals.prescriptionNotFound,
    refusals.prescriptionExpired,
    refusals.itemsNeeded,
    refusals.priceChanged,
    refusals.cashTooLittle,
    refusals.cashOfCashOnly,
  ],
  handle: async (req, { body }) => ({
    status: 201 as const,
    body: { message: 'OK' as const, doc: await sellAtCounter(req, body) },
  }),
})
