import type { PayloadRequest } from 'payload'

import { unauthenticated } from '@/lib/refusals'

import type { EntryKind } from '../constants'
import type { Desk, Taking } from '../contract'
import { insertEntry } from '../sql'
import { openShiftOf } from './openShiftOf'
import { tellDrawer } from './tellDrawer'

const record = async (
  req: PayloadRequest,
  kind: EntryKind,
  sign: 1 | -1,
  { item, amount, method }: Taking,
  reason: string | null,
): Promise<void> => {
  if (!req.user) throw unauthenticated()
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    throw new Error(`${amount} is no amount that can be taken.`)
  }
  const takenBy = req.user.id
  const shift = await openShiftOf(req, takenBy)
  const known = { type: item.type, id: String(item.id), title: item.title }
  await insertEntry(req, {
    kind,
    method,
    amount: sign * amount,
    shift,
    takenBy,
    item: known,
    reason,
  })
  await tellDrawer(req, takenBy, shift)
}

/** Money at the desk, as domains reach it: call it last in a transaction, for it holds the shift open. */
export const desk: Desk = {
  take: async (req, taking) => record(req, 'payment', 1, taking, null),
  giveBack: async (req, { reason, ...taking }) => record(req, 'refund', -1, taking, reason),
}
