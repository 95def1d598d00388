import type { Endpoint, PayloadRequest } from 'payload'

import { checkoutEnvelope } from '@/lib/checkoutEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { tooManyAttempts } from '@/lib/refusals'

import { orderIdInvalid, paymentNotFound } from '../errors'
import type { ExaminationsOptions } from '../index'
import { countConfirmation } from '../limits'
import { confirmBill } from '../operations/confirmBill'
import type { Confirmation } from '../schemas'
import { confirmationAnswer, confirmationInput } from '../schemas'
import { CLINIC_TAG } from './payment'

const endpoint = contractEndpoint(checkoutEnvelope)

const ABOUT = {
  path: '/payment/confirmation',
  docs: {
    tag: CLINIC_TAG,
    summary: "What became of the payment of an examination's bill",
    description:
      'Asks the payment gateway, at most every two seconds for one order, and settles what it says.',
  },
  answers: { 200: confirmationAnswer },
  refusals: [orderIdInvalid, paymentNotFound, tooManyAttempts],
} as const

/** contracts/README, "clinic": what the browser claims is never believed. */
export const confirmationEndpoints = ({ rateLimitFactor }: ExaminationsOptions): Endpoint[] => {
  const confirm = async (req: PayloadRequest, { order_id: order }: Confirmation) => {
    await countConfirmation(req, rateLimitFactor)
    const state = await confirmBill(req, order)
    return { status: 200 as const, body: { success: true as const, ...state } }
  }
  const [body, query] = [confirmationInput, confirmationInput]
  return [
    endpoint({ ...ABOUT, method: 'post', body, handle: (req, input) => confirm(req, input.body) }),
    endpoint({ ...ABOUT, method: 'get', query, handle: (req, input) => confirm(req, input.query) }),
  ]
}
