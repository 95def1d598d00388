import type { CollectionConfig, FieldAccess } from 'payload'

import { firstOf, isStaff, nobody, own, roles } from '@/access'

import { filesOf, ownedBy } from './owned'

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

/** An id that no file has: a list is never empty. */
const NO_FILE = 0

/** A file is read by those who may read a lesson that has it, and by staff. */
export const lessonFiles: Rules = {
  read: async ({ req }) => {
    if (isStaff(req)) return true
    return { id: { in: [NO_FILE, ...(await filesOf(req))] } }
  },
  create: roles('admin'),
  update: roles('admin'),
  delete: roles('admin'),
  unlock: nobody,
}

const idOf = (doc: unknown): string => (doc as { id: string }).id

/**
 * What a lesson holds: for the enrolled, of previews for everybody, for staff. Asked without a document,
 * as filters are, it is for staff only: nobody finds out by `where` what they may not read.
 */
export const readLesson: FieldAccess = async ({ doc, req, siblingData }) => {
  if (isStaff(req)) return true
  if (!doc) return false
  if ((siblingData as { preview?: unknown } | undefined)?.preview === true) return true
  return (await ownedBy(req)).courses.has(idOf(doc))
}

/** Where an agenda takes place online: for those whose seat is confirmed, and for staff. */
export const readLink: FieldAccess = async ({ doc, req }) => {
  if (isStaff(req)) return true
  return doc ? (await ownedBy(req)).agendas.has(idOf(doc)) : false
}
