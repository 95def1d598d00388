import type { PayloadRequest } from 'payload'

import { closeShift } from '@/plugins/payments/operations/closeShift'
import { readMine } from '@/plugins/payments/operations/readMine'

const FLOAT = 200_000

export type OpenedShift = {
  id: number
  /** The pay-outs that were written by hand. */
  entries: number[]
}

/** Opens the drawer of who is signed in. Now and then something is bought from it. */
export const openShift = async (
  req: PayloadRequest,
  payOut: { amount: number; reason: string } | null,
): Promise<OpenedShift> => {
  const { id } = await req.payload.create({
    collection: 'shifts',
    data: { openingFloat: FLOAT },
    depth: 0,
    req,
    overrideAccess: true,
  })
  if (!payOut) return { id, entries: [] }
  const entry = await req.payload.create({
    collection: 'cash-entries',
    data: { kind: 'pay-out', ...payOut },
    depth: 0,
    req,
    overrideAccess: true,
  })
  return { id, entries: [entry.id] }
}

/** Counts the drawer, and closes it; `missing` rupiah have got lost in the day. */
export const countAndClose = async (
  req: PayloadRequest,
  id: number,
  missing: number,
): Promise<void> => {
  const { sums } = await readMine(req)
  if (!sums) throw new Error('The shift that is to be closed is not open.')
  const { cash, qris, transfer } = sums
  const inDrawer = FLOAT + cash.taken - cash.returned + cash.paidIn - cash.paidOut
  await closeShift(req, id, {
    countedCash: inDrawer - missing,
    countedQris: qris.taken - qris.returned,
    countedTransfer: transfer.taken - transfer.returned,
  })
}
