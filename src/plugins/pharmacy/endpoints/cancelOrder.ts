import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'

import { notPending, notTheOwner, orderNotFound } from '../errors'
import type { PharmacyOptions } from '../index'
import { cancelOwnOrder } from '../operations/cancelOrder'
import { presentOrder } from '../present'
import { contractOrder, orderDone } from '../schemas'
import { ORDERS_TAG, presenterOf, readOrder, success } from './answers'

const message = 'Order dibatalkan'

/** apotek.md, "Cancel Order". */
export const cancelOrderEndpoint = (options: PharmacyOptions): Endpoint =>
  contractEndpoint(apotekEnvelope)({
    method: 'post',
    path: '/apotek/orders/:id/cancel',
    docs: {
      tag: ORDERS_TAG,
      summary: 'Cancel one of my orders',
      description: 'While it is pending and not paid. Its stock returns.',
    },
    roles: [],
    isIdempotent: true,
    answers: { 200: orderDone(message, contractOrder) },
    refusals: [notPending, notTheOwner, orderNotFound],
    handle: async (req) => {
      const { id } = await cancelOwnOrder(req, readId(req) ?? 0)
      const data = presentOrder(await readOrder(req, id), presenterOf(req, options))
      return success(200, { message, data })
    },
  })
