import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { hasRole } from '@/access'
import type { Pemeriksaan } from '@/payload-types'

import { doctorForeign, doctorMissing } from '../errors'
import type { ExaminationsOptions } from '../index'
import { ownDoctors } from '../operations/ownDoctors'

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : value

const nameOwn = async (req: PayloadRequest, sent: unknown, options: ExaminationsOptions) => {
  const [own] = await ownDoctors(req, options)
  if (own === undefined) throw doctorMissing()
  if (sent != null && String(idOf(sent)) !== String(own)) throw doctorForeign()
  return own
}

/** Doctors examine themselves, whatever they leave out; admins say who did. @throws {ApiError} 422 */
export const nameDoctor =
  (options: ExaminationsOptions): CollectionBeforeValidateHook<Pemeriksaan> =>
  async ({ data, operation, originalDoc, req }) => {
    if (!data || !hasRole(req, 'doctor')) return data
    // A payment is settled by whoever asks: also by another doctor.
    const isKept = operation === 'update' && idOf(data.doctor) === idOf(originalDoc?.doctor)
    if (isKept) return data
    return { ...data, doctor: await nameOwn(req, data.doctor, options) }
  }
