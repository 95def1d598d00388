import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import {
  alreadyCancelled,
  alreadyCompleted,
  alreadyPaid,
  cashOfCashOnly,
  cashTooLittle,
  notPaid,
  notPending,
  notTheOwner,
} from '../errors'
import { cancelOrder } from '../operations/cancelOrder'
import { completeOrder, confirmPayment } from '../operations/confirmPayment'
import { rejectPayment } from '../operations/rejectPayment'
import { maybeReason, taking, withReason } from '../requests'
import { DESK } from './answers'
import { changed, transitionOf } from './orderTransition'

const endpoint = contractEndpoint(generatedEnvelope)

/** The named operations of orders, whose generated update is denied. */
export const orderTransitions: Endpoint[] = [
  endpoint({
    ...transitionOf('cancel', 'Cancel an order', [], alreadyCancelled, notPending, notTheOwner),
    body: maybeReason,
    handle: async (req, { body }) =>
      changed(await cancelOrder(req, readId(req) ?? 0, body.reason ?? '')),
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
    ),
    body: taking,
    handle: async (req, { body }) => changed(await confirmPayment(req, readId(req) ?? 0, body)),
  }),
  endpoint({
    ...transitionOf('reject-payment', 'Refuse a proof', DESK, alreadyCancelled, alreadyPaid),
    body: withReason,
    handle: async (req, { body }) =>
      changed(await rejectPayment(req, readId(req) ?? 0, body.reason)),
  }),
  endpoint({
    ...transitionOf(
      'complete',
      'Hand the goods over',
      DESK,
      alreadyCancelled,
      alreadyCompleted,
      notPaid,
    ),
    handle: async (req) => changed(await completeOrder(req, readId(req) ?? 0)),
  }),
]
