import type { Access, CollectionConfig, FieldAccess } from 'payload'

import { firstOf, hasRole, isDesk, isStaff, own, roles } from '@/access'
import { acquaintancesOf } from '@/access/acquaintances'

/** Doctors read the names of those whom a domain lets them know; everybody reads themselves. */
const readKnown: Access = async ({ req }) => {
  const { user } = req
  if (!user) return false
  const known = hasRole(req, 'doctor') ? await acquaintancesOf(req) : []
  return known.length > 0 ? { id: { in: [user.id, ...known] } } : own('id')({ req })
}

/**
 * Details are read by the desk, and of oneself: of others a doctor reads the name only. Asked without a
 * document, as filters and orders are, a doctor reads nobody's. Who signs in, or up, is nobody yet.
 */
export const readDetails: FieldAccess = ({ doc, req }) => {
  if (!req.user || isDesk(req)) return true
  const id = (doc as { id?: unknown } | undefined)?.id
  return id === undefined ? !hasRole(req, 'doctor') : id === req.user.id
}

/** The same, but anybody may look for users of a role, of those whom they read: forms do. */
export const readRole: FieldAccess = (args) => args.doc === undefined || readDetails(args)

/** The row `users` of "Who may do what" (docs: architecture). Everybody may keep their own account. */
export const users: NonNullable<CollectionConfig['access']> = {
  admin: ({ req }) => isStaff(req),
  create: ({ req }) => !req.user || hasRole(req, 'admin'),
  read: ({ req }) =>
    firstOf(
      roles('admin'),
      () =>
        hasRole(req, 'cashier') &&
        req.user !== null && {
          or: [{ role: { equals: 'patient' } }, { id: { equals: req.user.id } }],
        },
    )({ req }) || readKnown({ req }),
  update: firstOf(roles('admin'), own('id')),
  delete: roles('admin'),
  unlock: roles('admin'),
}
