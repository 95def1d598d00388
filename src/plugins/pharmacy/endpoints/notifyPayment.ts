import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'
import { proofUpload } from '@/lib/proofPicture'
import { tooManyAttempts } from '@/lib/refusals'

import * as refusals from '../errors'
import type { PharmacyOptions } from '../index'
import { notifyPayment } from '../operations/notifyPayment'
import { presentOrder } from '../present'
import { paymentNotice } from '../requests'
import { contractOrder, orderDone } from '../schemas'
import { ORDERS_TAG, presenterOf, readOrder, success } from './answers'

const message = 'Payment info saved'

/** apotek.md, "Notify Payment". */
export const notifyPaymentEndpoint = (options: PharmacyOptions): Endpoint =>
  contractEndpoint(apotekEnvelope)({
    method: 'post',
    path: '/apotek/orders/:id/notify-payment',
    docs: {
      tag: ORDERS_TAG,
      summary: 'Tell of a payment, with a picture as proof',
      description: 'Details are merged. The payment itself is confirmed by a cashier, never here.',
    },
    roles: [],
    isIdempotent: true,
    body: paymentNotice,
    upload: proofUpload(refusals.PROOF_FIELD),
    answers: { 200: orderDone(message, contractOrder) },
    refusals: [
      refusals.alreadyCancelled,
      refusals.alreadyPaid,
      refusals.notTheOwner,
      refusals.orderNotFound,
      refusals.notAPicture,
      refusals.pictureBroken,
      tooManyAttempts,
    ],
    handle: async (req, { body, file }) => {
      const { id } = await notifyPayment(options)(req, readId(req) ?? 0, body, file)
      const data = presentOrder(await readOrder(req, id), presenterOf(req, options))
      return success(200, { message, data })
    },
  })
