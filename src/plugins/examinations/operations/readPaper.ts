import type { PayloadRequest } from 'payload'

import type { Paper } from '@/plugins/payments/contract'
import { paymentsOf } from '@/plugins/payments/contract'

import { billNotFound } from '../errors'
import { presentPaper } from '../presentPaper'
import { readBillRow } from '../sql'
import { readBill } from './existingBill'

/** A bill's paper, for whoever may read the bill. @throws {ApiError} 404 */
export const readPaper = async (req: PayloadRequest, text: string): Promise<Paper> => {
  const { id } = await readBill(req, text)
  const row = await readBillRow(req, id)
  if (!row) throw billNotFound()
  if (!row.transaction) return presentPaper(row, null)
  const online = await paymentsOf(req).online.find(req, 'pemeriksaan', [id])
  return presentPaper(row, online.get(id) ?? null)
}
