import type { CollectionConfig } from 'payload'

import { anyone, firstOf, isStaff, nobody, roles } from '@/access'

type Rules = NonNullable<CollectionConfig['access']>

const editors = roles('editor', 'admin')

/** The newsroom's rows of "Who may do what" (docs: architecture). */
export const news: Rules = {
  read: firstOf(
    ({ req }) => isStaff(req),
    () => ({ _status: { equals: 'published' } }),
  ),
  readVersions: editors,
  create: editors,
  update: editors,
  delete: editors,
  unlock: nobody,
}

/** Of categories and of redirects: there is nothing unpublished about them. */
export const categories: Rules = {
  read: anyone,
  create: editors,
  update: editors,
  delete: editors,
  unlock: nobody,
}
export const redirects = categories
