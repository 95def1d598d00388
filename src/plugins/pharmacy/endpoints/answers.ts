import type { PayloadRequest } from 'payload'

import type { Role } from '@/access/roles'

import type { OrderRow } from '../contract.sql'
import { findOrder } from '../contract.sql'
import { orderNotFound } from '../errors'
import type { PharmacyOptions } from '../index'
import type { Presenter } from '../present'

export const presenterOf = (req: PayloadRequest, { serverUrl }: PharmacyOptions): Presenter => ({
  secret: req.payload.secret,
  serverUrl,
})

/** Reads an order for its answer. @throws {ApiError} 404 `Order not found` */
export const readOrder = async (req: PayloadRequest, id: number | null): Promise<OrderRow> => {
  const row = id === null ? null : await findOrder(req, id)
  if (!row) throw orderNotFound()
  return row
}

/** apotek.md's way of saying yes. */
export const success = <const Status extends number, const Content extends object>(
  status: Status,
  content: Content,
) => ({ status, body: { success: true as const, ...content } })

export const ORDERS_TAG = 'Apotek: orders'
export const DESK_TAG = 'Apotek: cashier'

export const DESK: readonly Role[] = ['cashier', 'admin']
