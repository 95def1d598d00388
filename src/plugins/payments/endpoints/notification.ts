import type { Endpoint } from 'payload'

import { checkoutEnvelope } from '@/lib/checkoutEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'

import { notice, noticeTaken } from '../checkoutSchemas'
import { invalidSignature, orderNotFound } from '../errors'
import { receiveNotice } from '../operations/receiveNotice'
import { CHECKOUT_TAG } from './tags'

const endpoint = contractEndpoint(checkoutEnvelope)

const KIBIBYTE = 1024
const MAX_BYTES = 64 * KIBIBYTE

/** One handler at both addresses (contracts/README, "checkout"). */
const PATHS = ['/v1/payments/notification', '/payments/midtrans/callback']

const notification = (path: string): Endpoint =>
  endpoint({
    method: 'post',
    path,
    docs: {
      tag: CHECKOUT_TAG,
      summary: 'Take a notice of the payment gateway in',
      description:
        'For Midtrans: signed, answered within 5 seconds, never limited. Its state is not believed; the ' +
        'gateway is asked. An amount that differs is answered with 200, flagged, and not settled.',
    },
    raw: { schema: notice, maxBytes: MAX_BYTES },
    answers: { 200: noticeTaken },
    refusals: [invalidSignature, orderNotFound],
    handle: async (req, { raw }) => {
      await receiveNotice(req, raw)
      return { status: 200, body: { message: 'OK' } }
    },
  })

export const notificationEndpoints: Endpoint[] = PATHS.map(notification)
