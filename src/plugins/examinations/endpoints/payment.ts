import type { Endpoint } from 'payload'

import { checkoutEnvelope } from '@/lib/checkoutEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { tooManyAttempts } from '@/lib/refusals'

import { alreadyPaid, billNotFound, moneyWentBack, paymentNotCreated } from '../errors'
import type { ExaminationsOptions } from '../index'
import { countPayment } from '../limits'
import { payBill } from '../operations/payBill'
import { paymentAnswer, paymentBody } from '../schemas'

/** Where the API reference lists contract clinic.md. */
export const CLINIC_TAG = 'Clinic'

/** clinic.md, "app/api/payment"; contracts/README, "clinic". */
export const paymentEndpoint = (options: ExaminationsOptions): Endpoint =>
  contractEndpoint(checkoutEnvelope)({
    method: 'post',
    path: '/payment',
    docs: {
      tag: CLINIC_TAG,
      summary: "Pay an examination's bill on the payment gateway's page",
      description: 'By whoever has its link. A live page is used again.',
    },
    isIdempotent: 'committed',
    body: paymentBody,
    answers: { 200: paymentAnswer },
    refusals: [billNotFound, alreadyPaid, moneyWentBack, paymentNotCreated, tooManyAttempts],
    handle: async (req, { body }) => {
      await countPayment(req, options.rateLimitFactor)
      return { status: 200, body: await payBill(req, body.pemeriksaan_id, options) }
    },
  })
