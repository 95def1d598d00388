import type { CollectionAfterChangeHook } from 'payload'

import type { CashEntry, Shift } from '@/payload-types'

import { tellDrawer } from '../operations/tellDrawer'

const shiftOf = (doc: CashEntry | Shift): number => {
  if (!('kind' in doc)) return doc.id
  return typeof doc.shift === 'object' ? (doc.shift?.id ?? 0) : (doc.shift ?? 0)
}

/** Who opened a shift, or moved cash in it by hand, hears of it on their other devices. */
export const tellOwner: CollectionAfterChangeHook<CashEntry | Shift> = async ({
  doc,
  operation,
  req,
}) => {
  if (operation === 'create' && req.user) await tellDrawer(req, req.user.id, shiftOf(doc))
  return doc
}
