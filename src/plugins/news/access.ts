import type { CollectionConfig, FieldAccess } from 'payload'

import { anyone, firstOf, hasRole, isStaff, nobody, roles } from '@/access'

type Rules = NonNullable<CollectionConfig['access']>

const editors = roles('editor', 'admin')
const notTrashed = { deletedAt: { exists: false } }

/**
 * The newsroom's rows of "Who may do what" (docs: architecture). What was trashed is for editors alone,
 * whether it is asked for (`?trash=true`) or not.
 */
export const news: Rules = {
  read: firstOf(
    editors,
    ({ req }) => isStaff(req) && notTrashed,
    () => ({ and: [{ _status: { equals: 'published' } }, notTrashed] }),
  ),
  readVersions: editors,
  create: editors,
  update: editors,
  delete: editors,
  unlock: nobody,
}

/** Which login wrote an article: readers get the name alone. */
export const readAuthor: FieldAccess = ({ req }) => isStaff(req)

/** Whose name an article carries as its login's is not for editors to choose. */
export const chooseAuthor: FieldAccess = ({ req }) => hasRole(req, 'admin')

/** Of categories and of redirects: there is nothing unpublished about them. */
export const openToRead: Rules = {
  read: anyone,
  create: editors,
  update: editors,
  delete: editors,
  unlock: nobody,
}
