import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'

import { findMyOrders } from '../contract.sql'
import { notTheOwner, orderNotFound } from '../errors'
import type { PharmacyOptions } from '../index'
import { presentMeta, presentOrder } from '../present'
import { myOrdersQuery } from '../requests'
import { contractOrder, orderAnswer, ordersAnswer } from '../schemas'
import { ORDERS_TAG, presenterOf, readOrder, success } from './answers'

const endpoint = contractEndpoint(apotekEnvelope)

/** apotek.md, "List My Orders" and "Get Order Detail". */
export const readOrdersEndpoints = (options: PharmacyOptions): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/apotek/orders',
    docs: {
      tag: ORDERS_TAG,
      summary: 'List my orders',
      description: 'The newest hundred at most.',
    },
    roles: [],
    query: myOrdersQuery,
    answers: { 200: ordersAnswer(contractOrder) },
    handle: async (req, { query: { page, per_page: perPage } }) => {
      const { rows, total } = await findMyOrders(req, req.user.id, { page, perPage })
      const data = rows.map((row) => presentOrder(row, presenterOf(req, options)))
      return success(200, { data, meta: presentMeta(page, perPage, total) })
    },
  }),
  endpoint({
    method: 'get',
    path: '/apotek/orders/:id',
    docs: { tag: ORDERS_TAG, summary: 'Read one of my orders' },
    roles: [],
    answers: { 200: orderAnswer(contractOrder) },
    refusals: [notTheOwner, orderNotFound],
    handle: async (req) => {
      const row = await readOrder(req, readId(req))
      if (row.user_id !== req.user.id) throw notTheOwner()
      return success(200, { data: presentOrder(row, presenterOf(req, options)) })
    },
  }),
]
