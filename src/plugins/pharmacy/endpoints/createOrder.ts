import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'

import * as refusals from '../errors'
import type { PharmacyOptions } from '../index'
import { placeOrder } from '../operations/placeOrder'
import { presentOrder } from '../present'
import { newOrder } from '../requests'
import { contractOrder, orderDone } from '../schemas'
import { ORDERS_TAG, presenterOf, readOrder, success } from './answers'

const message = 'Order berhasil dibuat'

/** apotek.md, "Create Order". */
export const createOrderEndpoint = (options: PharmacyOptions): Endpoint =>
  contractEndpoint(apotekEnvelope)({
    method: 'post',
    path: '/apotek/orders',
    docs: {
      tag: ORDERS_TAG,
      summary: 'Place an order',
      description:
        'Prices are read from the database and frozen; the stock is taken at once. Any line short of ' +
        'stock refuses the whole order. `payment_status` is `paid` for staff and for `cash`.',
    },
    roles: ['patient', 'cashier', 'admin'],
    isIdempotent: true,
    body: newOrder,
    answers: { 201: orderDone(message, contractOrder) },
    refusals: [
      refusals.stockShort,
      refusals.obatNotFound,
      refusals.prescriptionNeeded,
      refusals.prescriptionShort,
      refusals.prescriptionNotFound,
      refusals.prescriptionExpired,
      refusals.tooManyOpenOrders,
      refusals.addressNeeded,
      refusals.itemsNeeded,
      refusals.cashTooLittle,
      refusals.cashOfCashOnly,
    ],
    handle: async (req, { body }) => {
      const { id } = await placeOrder(req, body)
      const data = presentOrder(await readOrder(req, id), presenterOf(req, options))
      return success(201, { message, data })
    },
  })
