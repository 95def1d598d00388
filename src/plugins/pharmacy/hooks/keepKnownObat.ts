import type { CollectionBeforeDeleteHook } from 'payload'

import { ApiError } from '@/lib/apiError'

import { hasHistory } from '../sql'

/** Obat that was ever moved or sold stays: its ledger and its orders speak of it. */
export const keepKnownObat: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (!(await hasHistory(req, Number(id)))) return
  throw new ApiError(409, 'Obat ini punya riwayat stok atau order; nonaktifkan saja.')
}
