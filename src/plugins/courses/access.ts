import type { CollectionConfig } from 'payload'

import { firstOf, isStaff, nobody, own, roles } from '@/access'

type Rules = NonNullable<CollectionConfig['access']>

/** The courses' rows of "Who may do what" (docs: architecture). */
const catalogue: Rules = {
  read: firstOf(
    ({ req }) => isStaff(req),
    () => ({ _status: { equals: 'published' } }),
  ),
  readVersions: roles('admin'),
  create: roles('admin'),
  update: roles('admin'),
  delete: roles('admin'),
  unlock: nobody,
}
export const courses = catalogue
export const agendas = catalogue

export const coupons: Rules = {
  read: roles('cashier', 'admin'),
  create: roles('admin'),
  update: roles('admin'),
  delete: roles('admin'),
  unlock: nobody,
}

/** Written by checkouts, and by admins who grant. */
const given: Rules = {
  read: firstOf(roles('cashier', 'admin'), ({ req }) =>
    req.user?.role === 'patient' ? own('user')({ req }) : false,
  ),
  create: roles('admin'),
  update: nobody,
  delete: nobody,
  unlock: nobody,
}
export const enrollments = given
export const agendaRegistrations = given

/** Read through the lesson that it belongs to. */
export const lessonFiles: Rules = {
  read: roles('admin'),
  create: roles('admin'),
  update: roles('admin'),
  delete: roles('admin'),
  unlock: nobody,
}
