import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { notTheOwner } from '../errors'
import { cancelOrder } from '../operations/cancelOrder'
import { completeOrder, confirmPayment } from '../operations/confirmPayment'
import { endCharge } from '../operations/endCharge'
import { rejectPayment } from '../operations/rejectPayment'
import { maybeReason, taking, withReason } from '../requests'
import { REFUSED } from '../transitionRefusals'
import { DESK } from './answers'
import { changed, idOf, transitionOf } from './orderTransition'

const endpoint = contractEndpoint(generatedEnvelope)

/** The named operations of orders, whose generated update is denied. */
export const orderTransitions: Endpoint[] = [
  endpoint({
    ...transitionOf('cancel', 'Cancel an order', [], notTheOwner, ...REFUSED.cancel),
    body: maybeReason,
    before: async (req, { body }) =>
      endCharge(req, idOf(req), () => cancelOrder(req, idOf(req), body.reason ?? '')),
    handle: async (req, { body }) => changed(await cancelOrder(req, idOf(req), body.reason ?? '')),
  }),
  endpoint({
    ...transitionOf('confirm-payment', 'Confirm that the money is here', DESK, ...REFUSED.confirm),
    body: taking,
    before: async (req, { body }) =>
      endCharge(req, idOf(req), () => confirmPayment(req, idOf(req), body)),
    handle: async (req, { body }) => changed(await confirmPayment(req, idOf(req), body)),
  }),
  endpoint({
    ...transitionOf('reject-payment', 'Refuse a proof', DESK, ...REFUSED.reject),
    body: withReason,
    handle: async (req, { body }) => changed(await rejectPayment(req, idOf(req), body.reason)),
  }),
  endpoint({
    ...transitionOf('complete', 'Hand the goods over', DESK, ...REFUSED.complete),
    before: async (req) => endCharge(req, idOf(req), () => completeOrder(req, idOf(req))),
    handle: async (req) => changed(await completeOrder(req, idOf(req))),
  }),
]
