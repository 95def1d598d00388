import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint, readId, readJson } from '@/lib/contractEndpoint'

import { findMyOrders } from '../contract.sql'
import { notTheOwner } from '../errors'
import type { PharmacyOptions } from '../index'
import { cancelOwnOrder } from '../operations/cancelOrder'
import { notifyPayment } from '../operations/notifyPayment'
import { placeOrder } from '../operations/placeOrder'
import { presentMeta, presentOrder } from '../present'
import type { NewOrder } from '../schemas'
import { myOrdersQuery, newOrder } from '../schemas'
import { presenterOf, readOrder, readQuery, success } from './answers'
import type { NoticeForm } from './readNotice'
import { readNotice } from './readNotice'

const endpoint = contractEndpoint(apotekEnvelope)

/** apotek.md, "Orders API". */
export const ownOrderEndpoints = (options: PharmacyOptions): Endpoint[] => [
  endpoint({
    method: 'post',
    path: '/apotek/orders',
    roles: ['patient', 'cashier', 'admin'],
    isIdempotent: true,
    read: async (req) => newOrder.parse(await readJson(req)),
    handle: async (req, input: NewOrder) => {
      const { id } = await placeOrder(req, input)
      const data = presentOrder(await readOrder(req, id), presenterOf(req, options))
      return success(201, { message: 'Order berhasil dibuat', data })
    },
  }),
  endpoint({
    method: 'get',
    path: '/apotek/orders',
    roles: [],
    handle: async (req) => {
      const { page, per_page: perPage } = myOrdersQuery.parse(readQuery(req))
      const { rows, total } = await findMyOrders(req, req.user.id, { page, perPage })
      const data = rows.map((row) => presentOrder(row, presenterOf(req, options)))
      return success(200, { data, meta: presentMeta(page, perPage, total) })
    },
  }),
  endpoint({
    method: 'get',
    path: '/apotek/orders/:id',
    roles: [],
    handle: async (req) => {
      const row = await readOrder(req, readId(req))
      if (row.user_id !== req.user.id) throw notTheOwner()
      return success(200, { data: presentOrder(row, presenterOf(req, options)) })
    },
  }),
  endpoint({
    method: 'post',
    path: '/apotek/orders/:id/cancel',
    roles: [],
    isIdempotent: true,
    handle: async (req) => {
      const { id } = await cancelOwnOrder(req, readId(req) ?? 0)
      const data = presentOrder(await readOrder(req, id), presenterOf(req, options))
      return success(200, { message: 'Order dibatalkan', data })
    },
  }),
  endpoint({
    method: 'post',
    path: '/apotek/orders/:id/notify-payment',
    roles: [],
    isIdempotent: true,
    read: readNotice,
    handle: async (req, { notice, picture }: NoticeForm) => {
      const { id } = await notifyPayment(options)(req, readId(req) ?? 0, notice, picture)
      const data = presentOrder(await readOrder(req, id), presenterOf(req, options))
      return success(200, { message: 'Payment info saved', data })
    },
  }),
]
