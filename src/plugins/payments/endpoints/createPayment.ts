import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'

import { payment, paymentCreated } from '../checkoutSchemas'
import { nothingToPay, paymentNotCreated } from '../errors'
import { payOnPage, presentPayment } from '../operations/payOnPage'
import { CHECKOUT_TAG } from './tags'

/** contracts/README, "consultation": pay on the gateway's page. */
export const createPayment: Endpoint = contractEndpoint(apotekEnvelope)({
  method: 'post',
  path: '/payments',
  docs: {
    tag: CHECKOUT_TAG,
    summary: "Pay on the payment gateway's page",
    description: 'The same again is the same payment, as long as it is pending.',
  },
  roles: ['patient'],
  isIdempotent: 'committed',
  body: payment,
  answers: { 201: paymentCreated },
  refusals: [nothingToPay, paymentNotCreated],
  handle: async (req, { body }) => {
    const transaction = await payOnPage(req, body)
    const data = presentPayment(req, transaction)
    return { status: 201, body: { success: true, message: 'Pembayaran berhasil dibuat.', data } }
  },
})
