import type { CollectionConfig } from 'payload'

import { firstOf, hasRole, isStaff, own, roles } from '@/access'

/** The row `users` of "Who may do what" (docs: architecture). Everybody may keep their own account. */
export const users: NonNullable<CollectionConfig['access']> = {
  admin: ({ req }) => isStaff(req),
  create: ({ req }) => !req.user || hasRole(req, 'admin'),
  read: firstOf(
    roles('admin'),
    ({ req }) =>
      hasRole(req, 'cashier') &&
      req.user !== null && {
        or: [{ role: { equals: 'patient' } }, { id: { equals: req.user.id } }],
      },
    own('id'),
  ),
  update: firstOf(roles('admin'), own('id')),
  delete: roles('admin'),
  unlock: roles('admin'),
}
