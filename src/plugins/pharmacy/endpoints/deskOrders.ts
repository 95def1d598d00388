import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'

import { findOrders } from '../contract.sql'
import { orderNotFound } from '../errors'
import type { PharmacyOptions } from '../index'
import { presentDeskOrder, presentMeta } from '../present'
import { cashierOrdersQuery } from '../requests'
import { contractDeskOrder, orderAnswer, ordersAnswer } from '../schemas'
import { DESK, DESK_TAG as tag, presenterOf, readOrder, success } from './answers'

const endpoint = contractEndpoint(apotekEnvelope)

/** apotek.md, "List All Orders" and "Get Order Detail (Cashier)". */
export const deskOrdersEndpoints = (options: PharmacyOptions): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/apotek/cashier/orders',
    docs: { tag, summary: 'List all orders', description: 'Newest first.' },
    roles: DESK,
    query: cashierOrdersQuery,
    answers: { 200: ordersAnswer(contractDeskOrder) },
    handle: async (req, { query: { page, per_page: perPage, ...filter } }) => {
      const { rows, total } = await findOrders(req, filter, { page, perPage })
      const data = rows.map((row) => presentDeskOrder(row, presenterOf(req, options)))
      return success(200, { data, meta: presentMeta(page, perPage, total) })
    },
  }),
  endpoint({
    method: 'get',
    path: '/apotek/cashier/orders/:id',
    docs: { tag, summary: 'Read an order, with its buyer' },
    roles: DESK,
    answers: { 200: orderAnswer(contractDeskOrder) },
    refusals: [orderNotFound],
    handle: async (req) => {
      const row = await readOrder(req, readId(req))
      return success(200, { data: presentDeskOrder(row, presenterOf(req, options)) })
    },
  }),
]
