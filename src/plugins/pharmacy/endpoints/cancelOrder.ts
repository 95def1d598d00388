import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'

import { chargeIsLive, notPending, notTheOwner, orderNotFound } from '../errors'
import type { PharmacyOptions } from '../index'
import { cancelOwnOrder } from '../operations/cancelOrder'
import { endCharge } from '../operations/endCharge'
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
    refusals: [notPending, notTheOwner, orderNotFound, chargeIsLive],
    before: async (req) => {
      const id = readId(req) ?? 0
      await endCharge(req, id, () => cancelOwnOrder(req, id))
    },
    handle: async (req) => {
      const { id } = await cancelOwnOrder(req, readId(req) ?? 0)
      const data = presentOrder(await readOrder(req, id), presenterOf(req, options))
      return success(200, { message, data })
    },
  })
