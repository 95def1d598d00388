import type { PayloadRequest } from 'payload'

import { clinicZone } from '@/lib/clinicZone'
import { documentId } from '@/lib/contractRequest'
import type { Payable, Quote } from '@/plugins/payments/contract'

import { PAYING_MINUTES } from '../constants'
import { endNow, lockConsultation, lockConsultationOf } from '../consultations.sql'
import type { DoctorRow } from '../doctors.sql'
import { lockDoctor, readHours } from '../doctors.sql'
import { isOnDuty, nextBeginning } from '../duty'
import { doctorFull, doctorNotFound, doctorOffDuty, stillInSession } from '../errors'
import { countTaken, dropHold, insertHold, isInSession } from '../places.sql'
import { settleConsultation, userOf } from './settleConsultation'
import { tellStatus } from './tellStatus'

const MINUTE_MS = 60_000

/** A doctor who is on offer to somebody; locked. @throws {ApiError} 404, 409 */
const lockOffered = async (
  req: PayloadRequest,
  patient: number,
  named: string,
): Promise<DoctorRow> => {
  const id = documentId.safeParse(Number(named))
  const doctor = id.success ? await lockDoctor(req, id.data) : null
  if (!doctor?.isActive) throw doctorNotFound()
  if (await isInSession(req, { doctor: doctor.id, patient })) throw stillInSession()
  return doctor
}

/** Half an hour with a doctor, as something that is paid for; the item is the doctor. */
export const consultationPayable: Payable = {
  type: 'consultation',
  collection: 'doctors',

  quote: async ({ req, user, item }): Promise<Quote> => {
    const doctor = await lockOffered(req, user, item.id)
    const { hours, now } = await readHours(req, doctor.id)
    const zone = clinicZone(req)
    if (!isOnDuty(hours, now, zone)) throw doctorOffDuty(nextBeginning(hours, now, zone))
    const taken = await countTaken(req, { doctor: doctor.id, patient: user, at: now })
    if (taken >= doctor.maxConcurrent) throw doctorFull()
    const { id, name, specialization } = doctor
    return {
      title: `Konsultasi ${name}`,
      snapshot: { doctor: { id, name }, specialization },
      originalAmount: doctor.fee,
      discount: 0,
      amount: doctor.fee,
      coupon: null,
      payBy: new Date(now.getTime() + PAYING_MINUTES * MINUTE_MS),
    }
  },

  recheck: async ({ req, user, item }) => {
    await lockOffered(req, user, item.id)
  },

  hold: async ({ req, transaction }) =>
    insertHold(req, {
      transaction: transaction.id,
      doctor: Number(transaction.itemId),
      patient: userOf(transaction),
    }),

  settle: async ({ req, transaction }) => settleConsultation(req, transaction),

  release: async ({ req, transaction }) => {
    await dropHold(req, transaction.id)
  },

  // What was talked about stays; what is left of the time is taken back.
  revoke: async ({ req, transaction }) => {
    const opened = await lockConsultationOf(req, transaction.id)
    if (!opened || opened.status === 'expired') return
    await endNow(req, opened.id, null)
    const ended = await lockConsultation(req, opened.id)
    if (ended) await tellStatus(req, ended)
  },

  parse: ({ type, doctor_id: doctor }) => {
    if (type !== undefined && type !== 'consultation') return null
    const isNumber = typeof doctor === 'number' && Number.isInteger(doctor)
    const isDigits = typeof doctor === 'string' && /^\d{1,15}$/.test(doctor)
    return isNumber || isDigits ? { id: String(Number(doctor)) } : null
  },

  present: ({ itemSnapshot }) => ({
    doctor: (itemSnapshot as { doctor?: unknown } | null)?.doctor ?? null,
  }),

  refusals: [doctorNotFound, stillInSession, doctorOffDuty, doctorFull],
  alreadyPaid: stillInSession,
}
