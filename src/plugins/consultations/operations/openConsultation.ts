import type { PayloadRequest } from 'payload'

import { clinicZone } from '@/lib/clinicZone'
import { notify } from '@/plugins/notifications'
import { tell, userRoom } from '@/plugins/realtime'

import { SERVER_EVENTS } from '../constants'
import type { ConsultationRow } from '../consultations.sql'
import { insertConsultation, lockConsultation } from '../consultations.sql'
import { sayTime } from '@/lib/sayTime'
import { tellStatus } from './tellStatus'

/** What the patient and the doctor read: Indonesian, as all notices. */
const noticesOf = (row: ConsultationRow, zone: string) => {
  const time = sayTime(row.startedAt, zone)
  return row.status === 'scheduled'
    ? {
        kind: 'consultation-scheduled',
        title: 'Konsultasi terjadwal',
        forPatient: `Konsultasi Anda dengan ${row.doctorName} dimulai ${time}.`,
        forDoctor: `Konsultasi dengan ${row.patientName} dimulai ${time}.`,
      }
    : {
        kind: 'consultation-opened',
        title: 'Konsultasi dimulai',
        forPatient: `Konsultasi Anda dengan ${row.doctorName} sudah dimulai. Silakan kirim pesan.`,
        forDoctor: `${row.patientName} menunggu Anda di ruang konsultasi.`,
      }
}

/** Tells both, once, that a consultation is open now or when it will be. */
export const announce = async (req: PayloadRequest, row: ConsultationRow): Promise<void> => {
  const { kind, title, forPatient, forDoctor } = noticesOf(row, clinicZone(req))
  const notice = { kind, title, data: { consultation: row.id } }
  const key = `${kind}:${row.id}`
  // Who has to come back at another time is told by mail too.
  const byMail = row.status === 'scheduled'
  await notify(req, {
    ...notice,
    user: row.patient,
    body: forPatient,
    key: `${key}:patient`,
    byMail,
  })
  await notify(req, { ...notice, user: row.doctorUser, body: forDoctor, key: `${key}:doctor` })
}

/**
 * Opens the consultation that a transaction has paid for, in the transaction of `req`: now, or scheduled
 * for `startsAt`. Both are told after the commit, the doctor also by `new_consultation`.
 */
export const openConsultation = async (
  req: PayloadRequest,
  opened: { patient: number; doctor: number; transaction: string; startsAt: Date | null },
): Promise<ConsultationRow> => {
  const row = await lockConsultation(req, await insertConsultation(req, opened))
  if (!row) throw new Error('The consultation is not there.')
  await tell(req, userRoom(row.doctorUser), SERVER_EVENTS.opened, { consultation_id: row.id })
  await tellStatus(req, row)
  await announce(req, row)
  return row
}
