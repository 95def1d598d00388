import type { CollectionBeforeDeleteHook } from 'payload'

import { isInUse } from '../categories.sql'
import { categoryInUse } from '../errors'

/** A category that articles, or other categories, name is not deleted. @throws {ApiError} 409 */
export const keepUsedCategory: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await isInUse(req, Number(id))) throw categoryInUse()
}
