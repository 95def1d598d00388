import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import { acquaintancesOf } from '@/access/acquaintances'
import { documentId } from '@/lib/contractRequest'
import { sentText } from '@/lib/sentText'
import type { Pemeriksaan } from '@/payload-types'

import { CONTACT_MAX } from '../constants'
import { contactAmbiguous, contactNotFound, patientNotFound } from '../errors'
import type { ExaminationsOptions } from '../index'
import { countContact } from '../limits'
import { findByContact, isPatient } from '../sql'

const idOf = (value: unknown): number | null => {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  const { data } = documentId.safeParse(typeof id === 'string' ? Number(id) : id)
  return data ?? null
}

/** Doctors name those whom they know: nobody learns who has the account 4711 by examining it. */
const checked = async (req: PayloadRequest, value: unknown): Promise<number> => {
  const id = idOf(value)
  const isKnown =
    id !== null && (!hasRole(req, 'doctor') || (await acquaintancesOf(req)).includes(id))
  if (id === null || !isKnown || !(await isPatient(req, id))) throw patientNotFound()
  return id
}

const findOne = async (
  req: PayloadRequest,
  contact: string,
  { rateLimitFactor }: ExaminationsOptions,
): Promise<number> => {
  if (hasRole(req, 'doctor')) await countContact(req, rateLimitFactor)
  const found = contact.length > CONTACT_MAX ? [] : await findByContact(req, contact)
  if (found.length > 1) throw contactAmbiguous()
  const [id] = found
  if (id === undefined) throw contactNotFound()
  return id
}

/**
 * Whose bill it is: a patient, whom a doctor knows from consultations and examinations, or has met by now:
 * then they say their e-mail or phone, exactly.
 * @throws {ApiError} 422; 429 for a doctor who tries many
 */
export const namePatient =
  (options: ExaminationsOptions): CollectionBeforeValidateHook<Pemeriksaan> =>
  async ({ data, operation, originalDoc, req }) => {
    if (!data) return data
    const { patientContact, ...kept } = data
    const patient = idOf(kept.patient)
    if (operation === 'update' && patient !== null && patient === idOf(originalDoc?.patient)) {
      return kept
    }
    const contact = operation === 'create' ? sentText('patientContact', patientContact) : null
    if (kept.patient == null && contact) {
      return { ...kept, patient: await findOne(req, contact, options) }
    }
    return { ...kept, patient: await checked(req, kept.patient) }
  }
