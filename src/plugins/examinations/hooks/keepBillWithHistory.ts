import type { CollectionBeforeDeleteHook } from 'payload'

import { billHasHistory } from '../errors'
import { hasHistory, lockBill } from '../sql'

/** What money was asked for, or taken for, stays. @throws {ApiError} 409 */
export const keepBillWithHistory: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await lockBill(req, String(id))
  if (await hasHistory(req, String(id))) throw billHasHistory()
}
