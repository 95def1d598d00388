import type { CollectionConfig, FieldAccess } from 'payload'

import { firstOf, hasRole, nobody, own, roles } from '@/access'

import type { ExaminationsOptions } from './index'

type Rules = NonNullable<CollectionConfig['access']>

/** The pemeriksaan's row of "Who may do what" (docs: architecture). */
export const pemeriksaan = ({ doctors: { loginPath } }: ExaminationsOptions): Rules => {
  const ofDoctor = ({ req }: Parameters<ReturnType<typeof own>>[0]) =>
    hasRole(req, 'doctor') ? own(loginPath)({ req }) : false
  return {
    read: firstOf(roles('admin', 'cashier'), ofDoctor, ({ req }) =>
      hasRole(req, 'patient') ? own('patient')({ req }) : false,
    ),
    create: roles('admin', 'doctor'),
    update: firstOf(roles('admin'), ofDoctor),
    delete: roles('admin'),
    unlock: nobody,
  }
}

/**
 * Medical notes are for the doctor and the patient, for nobody else: the rest read the bill. Asked
 * without a document, as filters are, nobody reads them.
 */
export const readNotes: FieldAccess = ({ doc, req }) =>
  Boolean(doc) && hasRole(req, 'doctor', 'patient')

export const writeNotes: FieldAccess = ({ req }) => hasRole(req, 'doctor')
