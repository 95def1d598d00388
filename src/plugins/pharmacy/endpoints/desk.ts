import type { Endpoint } from 'payload'
import type { z } from 'zod'

import type { Role } from '@/access/roles'
import { apotekEnvelope } from '@/lib/apotekEnvelope'
import type { SignedInRequest } from '@/lib/contractEndpoint'
import { contractEndpoint, readId, readJson } from '@/lib/contractEndpoint'
import type { Order } from '@/payload-types'

import { findOrders, findPendingPayments } from '../contract.sql'
import type { PharmacyOptions } from '../index'
import { cancelAtDesk } from '../operations/cancelOrder'
import { completeOrder, confirmPayment } from '../operations/confirmPayment'
import { rejectPayment } from '../operations/rejectPayment'
import { presentDeskOrder, presentMeta } from '../present'
import { cashierOrdersQuery, withReason } from '../schemas'
import { presenterOf, readOrder, readQuery, success } from './answers'

const endpoint = contractEndpoint(apotekEnvelope)
const DESK: Role[] = ['cashier', 'admin']
const PENDING_SHOWN = 100

type Transition = (req: SignedInRequest, id: number, reason: string) => Promise<Order>

/** What the desk does to one order; the answer shows it as it is then. */
const transition = (
  options: PharmacyOptions,
  verb: string,
  message: string,
  change: Transition,
  needsReason = false,
): Endpoint =>
  endpoint({
    method: 'post',
    path: `/apotek/cashier/orders/:id/${verb}`,
    roles: DESK,
    isIdempotent: true,
    read: async (req) => (needsReason ? withReason.parse(await readJson(req)) : { reason: '' }),
    handle: async (req, { reason }: z.infer<typeof withReason>) => {
      const { id } = await change(req, readId(req) ?? 0, reason)
      const data = presentDeskOrder(await readOrder(req, id), presenterOf(req, options))
      return success(200, { message, data })
    },
  })

/** apotek.md, "Cashier API", and what contracts/README adds for the desk. */
export const deskEndpoints = (options: PharmacyOptions): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/apotek/cashier/orders',
    roles: DESK,
    handle: async (req) => {
      const { page, per_page: perPage, ...filter } = cashierOrdersQuery.parse(readQuery(req))
      const { rows, total } = await findOrders(req, filter, { page, perPage })
      const data = rows.map((row) => presentDeskOrder(row, presenterOf(req, options)))
      return success(200, { data, meta: presentMeta(page, perPage, total) })
    },
  }),
  endpoint({
    method: 'get',
    path: '/apotek/cashier/orders/pending-payments',
    roles: DESK,
    handle: async (req) => {
      const { rows, total } = await findPendingPayments(req, PENDING_SHOWN)
      const data = rows.map((row) => presentDeskOrder(row, presenterOf(req, options)))
      return success(200, { count: total, data })
    },
  }),
  endpoint({
    method: 'get',
    path: '/apotek/cashier/orders/:id',
    roles: DESK,
    handle: async (req) => {
      const row = await readOrder(req, readId(req))
      return success(200, { data: presentDeskOrder(row, presenterOf(req, options)) })
    },
  }),
  transition(options, 'confirm-payment', 'Payment confirmed', confirmPayment),
  transition(options, 'complete', 'Order completed', completeOrder),
  transition(options, 'reject-payment', 'Payment rejected', rejectPayment, true),
  transition(options, 'cancel', 'Order dibatalkan', cancelAtDesk, true),
]
