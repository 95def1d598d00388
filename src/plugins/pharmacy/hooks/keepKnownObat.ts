import type { CollectionBeforeDeleteHook } from 'payload'

import { obatHasHistory } from '../errors'
import { hasHistory } from '../sql'

/** Obat that was ever moved or sold stays: its ledger and its orders speak of it. */
export const keepKnownObat: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (!(await hasHistory(req, Number(id)))) return
  throw obatHasHistory()
}
