import type { CollectionBeforeChangeHook } from 'payload'

import type { Pemeriksaan } from '@/payload-types'
import { paymentsOf } from '@/plugins/payments/contract'

import { billIsBeingPaid, billIsPaid } from '../errors'
import { lockBill } from '../sql'

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value

/** All that stands on a bill, in a form that can be compared. */
const billOf = ({ patient, doctor, date, items }: Partial<Pemeriksaan>): string =>
  JSON.stringify([
    idOf(patient),
    idOf(doctor),
    date && new Date(date).getTime(),
    items?.map(({ name, price, quantity }) => [name, price, quantity]),
  ])

/**
 * What is paid, or can be paid online at this moment, stays as it is; its notes may change.
 * @throws {ApiError} 409
 */
export const keepBillWhilePaid: CollectionBeforeChangeHook<Pemeriksaan> = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  if (billOf({ ...originalDoc, ...data }) === billOf(originalDoc)) return data
  const bill = await lockBill(req, originalDoc.id)
  if (!bill || bill.isPaid || bill.isClosed) throw billIsPaid()
  const item = { type: 'pemeriksaan', id: bill.id } as const
  if (await paymentsOf(req).charges.isLive(req, item)) throw billIsBeingPaid()
  return data
}
