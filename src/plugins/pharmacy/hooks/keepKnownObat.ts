import type { CollectionBeforeDeleteHook } from 'payload'

import { obatHasHistory } from '../errors'
import { hasHistory } from '../sql'

/** Obat that was ever moved, sold or prescribed stays: its ledger, orders and prescriptions speak of it. */
export const keepKnownObat: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (!(await hasHistory(req, Number(id)))) return
  throw obatHasHistory()
}
