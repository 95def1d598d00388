import type { CollectionBeforeDeleteHook } from 'payload'

import { inTheBooks } from '../errors'
import { isReferredTo } from '../sql'

/**
 * Who ordered, sold, moved stock or held a drawer stays. The database refuses too (foreign keys), but
 * ends the transaction with it, and a deletion of several users with that.
 */
export const keepWhoIsInTheBooks: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await isReferredTo(req, Number(id))) throw inTheBooks()
}
