import type { PayloadRequest } from 'payload'

import { clinicZone, isoDay } from '@/lib/clinicZone'
import { endConsultation } from '@/plugins/consultations/operations/endConsultation'
import { prescribe } from '@/plugins/consultations/operations/prescribe'
import { writeSummary } from '@/plugins/consultations/operations/writeSummary'
import { findPrescriptions, issuePrescription } from '@/plugins/pharmacy'
import type { Doctor } from '@/payload-types'

import { MINUTE, momentOf } from '../history/clock'
import { startOfToday } from '../history/past.sql'
import type { Cast } from '../people'
import type { Shelves } from '../shelves'
import { bySku } from '../shelves'
import type { PastTalk } from './past.sql'
import { beginTalk, moveTalks, sayIn } from './past.sql'
import type { DemoDoctor, DemoTalk } from './script'
import { DOCTORS, TALKS } from './script'

const makeDoctor = async (
  req: PayloadRequest,
  cast: Cast,
  midnight: Date,
  { email, overrides, cannedAnswers, ...doctor }: DemoDoctor,
): Promise<Doctor> => {
  const { user } = cast(email)
  const zone = clinicZone(req)
  // Noon: a day whose clocks are changed is the same day then.
  const dateIn = (days: number) => isoDay(momentOf(midnight, -days, 12 * 60), zone)
  return req.payload.create({
    collection: 'doctors',
    data: {
      ...doctor,
      user: user.id,
      name: user.name,
      overrides: overrides.map(({ inDays, ...hours }) => ({ ...hours, date: dateIn(inDays) })),
      cannedAnswers: cannedAnswers.map((text) => ({ text })),
    },
    depth: 0,
    req,
    overrideAccess: true,
  })
}

/** A consultation from its first word to its prescription, by the operations that rooms use. */
const playTalk = async (
  req: PayloadRequest,
  { cast, shelves, midnight }: { cast: Cast; shelves: Shelves | null; midnight: Date },
  doctor: Doctor,
  talk: DemoTalk,
): Promise<PastTalk> => {
  const people = { patient: cast(talk.patient), doctor: cast(talk.doctor) }
  const pair = { patient: people.patient.user.id, doctor: doctor.id }
  const id = await beginTalk(req, pair)
  for (const [who, , text] of talk.lines) await sayIn(req, id, people[who].user.id, text)
  await endConsultation(people.doctor, id)
  await writeSummary(people.doctor, id, talk.summary)
  if (shelves && talk.prescription.length > 0) {
    const items = talk.prescription.map(({ sku, ...line }) => ({
      obat: bySku(shelves, sku).id,
      ...line,
    }))
    const ways = { issue: issuePrescription, find: findPrescriptions }
    await prescribe(people.doctor, id, items, ways)
  }
  const startedAt = momentOf(midnight, talk.daysAgo, talk.at)
  const after = (minutes: number) => new Date(startedAt.getTime() + minutes * MINUTE)
  const saidAt = talk.lines.map(([, minutes]) => after(minutes))
  const last = Math.max(...talk.lines.map(([, minutes]) => minutes))
  return { id, startedAt, endedAt: after(last + 1), saidAt }
}

/** Fills the consultations: doctors with their hours, and what they were asked before. */
export const fillConsultations = async (
  req: PayloadRequest,
  cast: Cast,
  shelves: Shelves | null,
): Promise<void> => {
  const midnight = await startOfToday(req, clinicZone(req))
  const doctors = new Map<string, Doctor>()
  for (const doctor of DOCTORS) {
    doctors.set(doctor.email, await makeDoctor(req, cast, midnight, doctor))
  }
  const past: PastTalk[] = []
  for (const talk of TALKS) {
    const doctor = doctors.get(talk.doctor)
    if (!doctor) throw new Error(`The demonstration has no doctor ${talk.doctor}.`)
    past.push(await playTalk(req, { cast, shelves, midnight }, doctor, talk))
  }
  await moveTalks(req, past)
}
