import type { Endpoint } from 'payload'

import { checkoutEnvelope } from '@/lib/checkoutEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { uuid } from '@/lib/uuid'
import { paymentsOf } from '@/plugins/payments/contract'

import * as refusals from '../errors'
import { startCheckout } from '../operations/startCheckout'
import { agendaOrdered, checkoutBody, contractAgenda, ORDERED } from '../schemas'
import { TAG } from './tag'

/** contracts/README, "checkout": agendas check out as courses do. */
export const checkoutAgendaEndpoint: Endpoint = contractEndpoint(checkoutEnvelope)({
  method: 'post',
  path: '/v1/agendas/:id/checkout',
  docs: {
    tag: TAG,
    summary: 'Check out an agenda',
    description:
      'A seat is held while paying. Coupons are for courses: a code that is sent here is refused as ' +
      'an invalid one.',
  },
  roles: ['patient'],
  isIdempotent: 'committed',
  params: { id: uuid },
  body: checkoutBody,
  answers: { 201: agendaOrdered },
  refusals: [
    refusals.agendaNotFound,
    refusals.alreadyRegistered,
    refusals.agendaFull,
    refusals.agendaOver,
    refusals.couponInvalid,
    refusals.paymentUnavailable,
  ],
  handle: async (req, { body }) => {
    const order = await startCheckout(req, 'agenda', body)
    const { id, invoice_number, ...rest } = await paymentsOf(req).checkout.present(req, order)
    const agenda = contractAgenda.parse(order.itemSnapshot)
    const data = { order: { id, invoice_number, agenda, ...rest } }
    return { status: 201, body: { data, message: ORDERED } }
  },
})
