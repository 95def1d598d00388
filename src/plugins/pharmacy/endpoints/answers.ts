import type { PayloadRequest } from 'payload'

import type { Answer } from '@/database/idempotency'

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

export const success = (
  status: number,
  content: { message?: string; data?: unknown } & Record<string, unknown>,
): Answer => ({ status, body: { success: true, ...content } })

/** The query string's first value of each name, with empty ones left out. */
export const readQuery = (req: PayloadRequest): Record<string, string> =>
  Object.fromEntries([...(req.searchParams ?? [])].filter(([, value]) => value !== ''))
