import { createLocalReq } from 'payload'

import { withTransaction } from '@/database/transactions'
import { databaseOf, makeConsultation, makeDoctor } from '@/plugins/consultations/testing'
import { issuePrescription } from '@/plugins/pharmacy'

import { person, rows } from './apotek'
import { testPayload } from './payload'
import type { Person } from './people'

export type Practice = { person: Person; doctor: { id: number; name: string } }

/** A doctor of the worker's database, signed in. */
export const practice = async (): Promise<Practice> => {
  const one = await person('doctor')
  const doctor = await makeDoctor(databaseOf(await testPayload()), { user: one.id })
  return { person: one, doctor }
}

type Item = { obat: number; quantity: number; dose?: string; note?: string | null }

/** What a doctor prescribes after a consultation that is over. */
export const prescribe = async (
  { person: { id }, doctor }: Practice,
  patient: Pick<Person, 'id'>,
  items: Item[],
): Promise<number> => {
  const payload = await testPayload()
  const consultation = await makeConsultation(databaseOf(payload), {
    patient: patient.id,
    doctor: doctor.id,
    startsIn: -60 * 60,
  })
  const user = await payload.findByID({ collection: 'users', id, depth: 0 })
  const req = await createLocalReq({ user }, payload)
  const issued = await withTransaction(req, () =>
    issuePrescription(req, {
      patient: patient.id,
      doctor,
      consultation,
      items: items.map((item) => ({ dose: '3 × 1 sesudah makan', note: null, ...item })),
    }),
  )
  return issued.id
}

/** What is used of a prescription's lines, in their order. */
export const usedOf = async (prescription: number): Promise<number[]> =>
  (
    await rows<{ used: string }>(
      'SELECT used FROM prescriptions_items WHERE _parent_id = $1 ORDER BY _order',
      prescription,
    )
  ).map(({ used }) => Number(used))

/** Lets a prescription run out. */
export const outdate = async (prescription: number): Promise<void> => {
  await rows(
    `UPDATE prescriptions SET valid_until = now() - interval '1 second' WHERE id = $1`,
    prescription,
  )
}

/** Prescriptions that are refused when a patient names them to order two of an obat, and how. */
export const refusedPrescriptions = async (
  patient: Pick<Person, 'id'>,
  { id: obat }: { id: number },
): Promise<[prescription: number, message: string][]> => {
  const doctor = await practice()
  const short = await prescribe(doctor, patient, [{ obat, quantity: 1 }])
  const old = await prescribe(doctor, patient, [{ obat, quantity: 2 }])
  await outdate(old)
  return [
    [short, 'Resep tidak mencukupi'],
    [old, 'Resep sudah tidak berlaku'],
    [2_000_000_000, 'Resep tidak ditemukan'],
  ]
}
