import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import { clinicZone } from '@/lib/clinicZone'
import { takePayment } from '@/plugins/examinations/operations/takePayment'
import type { Pemeriksaan } from '@/payload-types'

import { momentOf } from './history/clock'
import { startOfToday } from './history/past.sql'
import type { Cast } from './people'

type DemoBill = {
  patient: string
  daysAgo: number
  /** Minutes after midnight. */
  at: number
  items: Pemeriksaan['items']
  notes: string
  /** Taken at the desk, in cash. */
  isPaid: boolean
}

/** One that waits for its patient, one that was paid, one of somebody else. The first is told at the start. */
const BILLS: DemoBill[] = [
  {
    patient: 'pasien@sehat.test',
    daysAgo: 1,
    at: 8 * 60 + 30,
    items: [
      { name: 'Konsultasi dokter umum', price: 75_000, quantity: 1 },
      { name: 'Pemeriksaan gula darah', price: 25_000, quantity: 2 },
      { name: 'Elektrokardiografi (EKG)', price: 120_000, quantity: 1 },
    ],
    notes:
      'Tekanan darah 130/85. Gula darah puasa normal. EKG tanpa kelainan. Kontrol 3 bulan lagi.',
    isPaid: false,
  },
  {
    patient: 'pasien@sehat.test',
    daysAgo: 12,
    at: 10 * 60 + 15,
    items: [
      { name: 'Konsultasi dokter umum', price: 75_000, quantity: 1 },
      { name: 'Nebulisasi', price: 60_000, quantity: 1 },
    ],
    notes: 'Asma ringan, membaik setelah nebulisasi.',
    isPaid: true,
  },
  {
    patient: 'pasien2@sehat.test',
    daysAgo: 2,
    at: 14 * 60,
    items: [
      { name: 'Perawatan luka', price: 50_000, quantity: 1 },
      { name: 'Ganti perban', price: 15_000, quantity: 3 },
    ],
    notes: 'Luka gores di lengan kiri, bersih.',
    isPaid: false,
  },
]

const DOCTOR = 'dokter@sehat.test'
/** Not the one whom the README lets count a drawer. */
const CASHIER = 'kasir2@sehat.test'

/** Fills the examinations: bills, as their doctor makes them and a cashier takes their money. */
export const fillExaminations = async (req: PayloadRequest, cast: Cast): Promise<void> => {
  const midnight = await startOfToday(req, clinicZone(req))
  for (const { patient, daysAgo, at, isPaid, ...examination } of BILLS) {
    const { id } = await req.payload.create({
      collection: 'pemeriksaan',
      data: {
        ...examination,
        // Set by the server, whatever stands here.
        id: '',
        total: 0,
        dibayar: false,
        patientContact: patient,
        date: momentOf(midnight, daysAgo, at).toISOString(),
      },
      depth: 0,
      req: cast(DOCTOR),
      overrideAccess: true,
    })
    if (isPaid) await takePayment(cast(CASHIER), id, { method: 'cash' })
  }
}

/** The bill that a demonstration begins with, while nobody has paid it. @returns its id */
export const unpaidBill = async (payload: Payload): Promise<string | null> => {
  if (!Object.hasOwn(payload.collections, 'pemeriksaan')) return null
  const req = await createLocalReq({}, payload)
  const { docs } = await payload.find({
    collection: 'pemeriksaan',
    where: {
      and: [
        { paidAt: { exists: false } },
        { refundedAt: { exists: false } },
        { 'patient.email': { equals: BILLS[0]?.patient } },
      ],
    },
    sort: 'number',
    select: { number: true },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs[0]?.id ?? null
}
