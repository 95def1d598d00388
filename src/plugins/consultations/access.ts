import type { CollectionConfig, FieldAccess, PayloadRequest, Where } from 'payload'

import { firstOf, hasRole, nobody, own, roles } from '@/access'

import { findPatientsOf } from './doctors.sql'

type Rules = NonNullable<CollectionConfig['access']>

/** The consultations' rows of "Who may do what" (docs: architecture). */
export const doctors: Rules = {
  read: firstOf(roles('admin', 'cashier', 'editor'), ({ req }) => ({
    or: [
      { active: { equals: true } },
      ...(hasRole(req, 'doctor') ? [{ user: { equals: req.user?.id } }] : []),
    ],
  })),
  create: roles('admin'),
  update: firstOf(roles('admin'), ({ req }) =>
    hasRole(req, 'doctor') ? own('user')({ req }) : false,
  ),
  delete: roles('admin'),
  unlock: nobody,
}

/** A doctor's own document, and admins. Asked without a document, as filters are, it is for admins only. */
export const readOwnDoctor: FieldAccess = ({ doc, req }) => {
  if (hasRole(req, 'admin')) return true
  const user = (doc as { user?: unknown } | undefined)?.user
  const id = typeof user === 'object' && user !== null ? (user as { id?: unknown }).id : user
  return req.user !== null && id !== undefined && id === req.user.id
}

/** Documents whose consultation, at `path`, is the signed-in patient's or doctor's. */
const participant =
  (path: string) =>
  ({ req }: { req: PayloadRequest }): boolean | Where => {
    const prefix = path ? `${path}.` : ''
    if (hasRole(req, 'patient')) return own(`${prefix}patient`)({ req })
    return hasRole(req, 'doctor') ? own(`${prefix}doctor.user`)({ req }) : false
  }

/** A doctor knows the names of own patients. */
export const patientsOf = async (req: PayloadRequest): Promise<number[]> =>
  req.user && hasRole(req, 'doctor') ? findPatientsOf(req, req.user.id) : []

/** Written by operations only. */
export const consultations: Rules = {
  read: firstOf(roles('admin'), participant('')),
  create: nobody,
  update: nobody,
  delete: nobody,
  unlock: nobody,
}

/** Between two people: nobody else reads them, admins neither. */
export const messages: Rules = {
  read: participant('consultation'),
  create: nobody,
  update: nobody,
  delete: nobody,
  unlock: nobody,
}

export const chatFiles: Rules = {
  read: participant('consultation'),
  create: roles('patient', 'doctor'),
  update: nobody,
  delete: nobody,
  unlock: nobody,
}
