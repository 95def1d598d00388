import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'

import type { AssistantTool, Found } from '@/lib/assistantTool'
import { assistantTool, rows, withWords, words } from '@/lib/assistantTool'
import { clinicZone } from '@/lib/clinicZone'
import { sayTime } from '@/lib/sayTime'
import type { Doctor } from '@/payload-types'

import { CONSULTATION_MINUTES } from './constants'

/** More doctors than any clinic of this kind has. */
const DOCTORS_MAX = 100

const tellDoctor = (doctor: Doctor, zone: string) => ({
  name: doctor.name,
  specialization: doctor.specialization,
  feeRupiah: doctor.fee,
  minutes: CONSULTATION_MINUTES,
  isOnDuty: Boolean(doctor.onDuty),
  /** null: on duty, or without hours in the next weeks. */
  nextAvailableAt: doctor.nextAvailableAt ?? null,
  nextAvailableLocal: doctor.nextAvailableAt
    ? sayTime(new Date(doctor.nextAvailableAt), zone)
    : null,
  url: `/dokter/${doctor.id}`,
})
type Told = ReturnType<typeof tellDoctor>

/** Those who are there first, then those who come soonest. */
const bySoonest = (left: Told, right: Told): number => timeOf(left) - timeOf(right)
const timeOf = ({ isOnDuty, nextAvailableAt }: Told): number => {
  if (isOnDuty) return 0
  return nextAvailableAt ? Date.parse(nextAvailableAt) : Number.MAX_SAFE_INTEGER
}

const findDoctors = async (req: PayloadRequest, where: Where[]): Promise<Told[]> => {
  const { docs } = await req.payload.find({
    collection: 'doctors',
    where: { and: [{ active: { equals: true } }, ...where] },
    sort: 'name',
    limit: DOCTORS_MAX,
    depth: 0,
    req,
    overrideAccess: false,
  })
  const zone = clinicZone(req)
  return docs.map((doctor) => tellDoctor(doctor, zone)).sort(bySoonest)
}

const found = (doctors: Told[], more: Record<string, unknown> = {}): Found => ({
  result: { doctors, ...more },
  sources: doctors.map(({ name, url }) => ({ title: name, url })),
})

const doctorsOnDuty = assistantTool({
  name: 'doctors_on_duty',
  description:
    'Doctors who give consultations by chat: who is on duty now, and when the others come next, with specialization and fee. Found by name or specialization.',
  parameters: z.object({
    words: words.optional(),
    onlyNow: z.boolean().optional().describe('Only those who are on duty now.'),
    limit: rows,
  }),
  isForUsers: false,
  run: async (req, asked) => {
    const doctors = await findDoctors(req, withWords(asked.words, 'name', 'specialization'))
    return found(doctors.filter(({ isOnDuty }) => isOnDuty || !asked.onlyNow).slice(0, asked.limit))
  },
})

const startConsultation = assistantTool({
  name: 'start_consultation',
  description:
    'The page where the reader starts and pays a consultation with a doctor, by name or number. It starts nothing: give the reader the link.',
  parameters: z.object({
    doctor: words.min(1).describe('Name of the doctor, or the number at the end of the url.'),
  }),
  isForUsers: false,
  run: async (req, { doctor }) => {
    const where: Where[] = /^[1-9]\d{0,8}$/.test(doctor)
      ? [{ id: { equals: Number(doctor) } }]
      : withWords(doctor, 'name')
    const doctors = (await findDoctors(req, where)).slice(0, 3)
    return found(doctors, {
      howTo:
        doctors.length > 0
          ? 'The reader opens the url, signs in as a patient, and pays there; nothing has been started.'
          : 'No such doctor.',
    })
  },
})

/** What the assistant may look up here, with the caller's own rights. */
export const consultationsTools: AssistantTool[] = [doctorsOnDuty, startConsultation]
