import pg from 'pg'

import type { House, Person } from '../browser/house'
import { openHouse } from '../browser/house'

/** What no page and no answer for others may hold. */
export const SECRET_NOTES = 'Hipertensi derajat dua, curiga gagal ginjal'
export const LINE = 'Elektrokardiografi'

export type Bill = { id: string; number: number; total: number }

const writeNotes = async (connectionString: string, id: string): Promise<void> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query('UPDATE pemeriksaan SET notes = $1 WHERE id = $2', [SECRET_NOTES, id])
  await client.end()
}

/** A house with an admin, a cashier, a doctor and two patients, where examinations can be made. */
export const openExaminations = async (name: string) => {
  const house: House = await openHouse(name)
  const { call, makePerson } = house
  const admin = await makePerson('admin', 'Ayu Lestari')
  const cashier = await makePerson('cashier', 'Budi Santoso')
  const doctor = await makePerson('doctor', 'Rina Wijaya')
  const patient = await makePerson('patient', 'Citra Dewi')
  const other = await makePerson('patient', 'Dewi Anggraini', 'other@example.test')
  const { doc } = await call<{ doc: { id: number } }>('POST', '/doctors', {
    user: doctor.id,
    name: 'dr. Rina Wijaya',
    specialization: 'Umum',
    strNumber: '12345',
    sipNumber: '67890',
    fee: 50_000,
  })
  return {
    ...house,
    url: house.server.url,
    admin,
    cashier,
    doctor,
    patient,
    other,
    /** Two lines, Rp 175.000 in all, with notes by the doctor. */
    examine: async (of: Pick<Person, 'id'> = patient): Promise<Bill> => {
      const examination = {
        patient: of.id,
        doctor: doc.id,
        date: '2026-11-20T20:00:00.000Z',
        items: [
          { name: LINE, price: 125_000, quantity: 1 },
          { name: 'Cek gula darah', price: 25_000, quantity: 2 },
        ],
      }
      const { doc: bill } = await call<{ doc: Bill }>('POST', '/pemeriksaan', examination)
      await writeNotes(house.databaseUrl, bill.id)
      return bill
    },
  }
}

export type Examinations = Awaited<ReturnType<typeof openExaminations>>
