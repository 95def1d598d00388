import type { CollectionBeforeValidateHook } from 'payload'

import type { Category } from '@/payload-types'

import { findAncestors, lockTree, readHeight } from '../categories.sql'
import { CATEGORY_LEVELS } from '../constants'
import { categoryLoop, categoryTooDeep } from '../errors'

/** A category is never within itself, and never more than a few levels deep. @throws {ApiError} 422 */
export const refuseCategoryLoop: CollectionBeforeValidateHook<Category> = async ({
  data,
  originalDoc,
  req,
}) => {
  const named = data?.parent
  const parent = typeof named === 'object' && named !== null ? named.id : named
  // What is no id is refused by the field.
  if (!Number.isSafeInteger(parent)) return data
  await lockTree(req)
  const id = originalDoc?.id
  const above = await findAncestors(req, Number(parent))
  if (id !== undefined && above.includes(id)) throw categoryLoop()
  const height = id === undefined ? 1 : await readHeight(req, id)
  if (above.length + height > CATEGORY_LEVELS) throw categoryTooDeep()
  return data
}
