import { lockFirst } from '@/lib/lockFirst'

import { billId } from '../operations/existingBill'
import { lockBill } from '../sql'

/**
 * Notes may be saved while the bill is corrected: the old lines and their total would come back, also under
 * a payment that was begun meanwhile.
 */
export const lockBillFirst = lockFirst(['admin', 'doctor'], async (req, asked) => {
  const id = billId(asked)
  if (id) await lockBill(req, id)
})
