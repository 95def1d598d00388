import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import type { Envelope, Refusal } from '@/lib/contract'
import { contractEndpoint } from '@/lib/contractEndpoint'

import { payment, paymentCreated, paymentRefused } from '../checkoutSchemas'
import type { Payable } from '../contract'
import { nothingToPay, paymentNotCreated } from '../errors'
import { payOnPage, presentPayment } from '../operations/payOnPage'
import { CHECKOUT_TAG } from './tags'

/** What the items that can be named here are refused with. */
const refusalsOf = (payables: readonly Payable[]): Refusal[] =>
  payables.flatMap(({ parse, refusals = [] }) => (parse ? refusals : []))

/** What is paid for may say more when it refuses: when a doctor is on duty again. */
const envelope: Envelope = { ...apotekEnvelope, schema: paymentRefused }

/** contracts/README, "consultation": pay on the gateway's page. */
export const createPayment = (payables: readonly Payable[]): Endpoint =>
  contractEndpoint(envelope)({
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
    refusals: [nothingToPay, paymentNotCreated, ...refusalsOf(payables)],
    handle: async (req, { body }) => {
      const transaction = await payOnPage(req, body)
      const data = presentPayment(req, transaction)
      return { status: 201, body: { success: true, message: 'Pembayaran berhasil dibuat.', data } }
    },
  })
