import type { Endpoint, PayloadRequest } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import {
  alreadyCancelled,
  alreadyCompleted,
  alreadyPaid,
  cashOfCashOnly,
  cashTooLittle,
  chargeIsLive,
  notPaid,
  notPending,
  notTheOwner,
} from '../errors'
import { cancelOrder } from '../operations/cancelOrder'
import { completeOrder, confirmPayment } from '../operations/confirmPayment'
import { endCharge } from '../operations/endCharge'
import { rejectPayment } from '../operations/rejectPayment'
import { maybeReason, taking, withReason } from '../requests'
import { DESK } from './answers'
import { changed, transitionOf } from './orderTransition'

const endpoint = contractEndpoint(generatedEnvelope)

const idOf = (req: PayloadRequest): number => readId(req) ?? 0

/** The named operations of orders, whose generated update is denied. */
export const orderTransitions: Endpoint[] = [
  endpoint({
    ...transitionOf(
      'cancel',
      'Cancel an order',
      [],
      alreadyCancelled,
      alreadyPaid,
      notPending,
      notTheOwner,
      chargeIsLive,
    ),
    body: maybeReason,
    before: async (req, { body }) =>
      endCharge(req, idOf(req), () => cancelOrder(req, idOf(req), body.reason ?? '')),
    handle: async (req, { body }) => changed(await cancelOrder(req, idOf(req), body.reason ?? '')),
  }),
  endpoint({
    ...transitionOf(
      'confirm-payment',
      'Confirm that the money is here',
      DESK,
      alreadyPaid,
      alreadyCancelled,
      cashTooLittle,
      cashOfCashOnly,
      chargeIsLive,
    ),
    body: taking,
    before: async (req, { body }) =>
      endCharge(req, idOf(req), () => confirmPayment(req, idOf(req), body)),
    handle: async (req, { body }) => changed(await confirmPayment(req, idOf(req), body)),
  }),
  endpoint({
    ...transitionOf('reject-payment', 'Refuse a proof', DESK, alreadyCancelled, alreadyPaid),
    body: withReason,
    handle: async (req, { body }) => changed(await rejectPayment(req, idOf(req), body.reason)),
  }),
  endpoint({
    ...transitionOf(
      'complete',
      'Hand the goods over',
      DESK,
      alreadyCancelled,
      alreadyCompleted,
      alreadyPaid,
      notPaid,
      chargeIsLive,
    ),
    before: async (req) => endCharge(req, idOf(req), () => completeOrder(req, idOf(req))),
    handle: async (req) => changed(await completeOrder(req, idOf(req))),
  }),
]
