import type { CollectionBeforeChangeHook } from 'payload'

import { ApiError } from '@/lib/apiError'

import { obatNotFound } from '../errors'
import { lockObat } from '../sql'

/** Takes the obat's row and says how many are left, before the ledger would refuse in the database's words. */
export const refuseShortStock: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const [obat] = await lockObat(req, [Number(data.obat)])
  if (!obat) throw obatNotFound()
  if (obat.stock + Number(data.quantity) >= 0) return data
  throw new ApiError(400, 'Stok tidak mencukupi', {
    errors: { quantity: [`Stok ${obat.name} tinggal ${obat.stock}.`] },
  })
}
