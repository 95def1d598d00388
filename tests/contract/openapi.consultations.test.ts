import { beforeAll, describe, it } from 'vitest'

import {
  databaseOf,
  makeConsultation,
  makeDoctor,
  makeMessage,
} from '@/plugins/consultations/testing'
import { makeObat } from '@/plugins/pharmacy/testing'

import { person } from '../support/apotek'
import type { Part } from '../support/described'
import {
  describedPart,
  isOfConsultations,
  testCompleteness,
  testExports,
  testWhatAllAnswer,
} from '../support/described'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const UNKNOWN = 2_000_000_000

const CHAT_END = 'POST /api/chats/consultation/{id}/end'
const END = 'POST /api/consultations/{id}/end'
const EXTEND = 'POST /api/consultations/{id}/extend'
const SUMMARY = 'POST /api/consultations/{id}/summary'
const PRESCRIPTION = 'POST /api/consultations/{id}/prescription'

const NOT_MINE = 'Anda bukan peserta konsultasi ini'
const OVER = 'Konsultasi sudah berakhir'

let part: Part
let stranger: Person
let obat: number
let open: (startsIn?: number) => Promise<number>

/** Two bodies that each endpoint with an `Idempotency-Key` can read. */
const BODIES: Record<string, (number: number) => unknown> = {
  [EXTEND]: (minutes) => ({ minutes, reason: 'Sambungan terputus' }),
  [SUMMARY]: (number) => ({ summary: `Istirahat ${number} hari.` }),
  [PRESCRIPTION]: (quantity) => ({ items: [{ obat, quantity, dose: '3 × 1' }] }),
}
const bodyFor = (key: string, number = 1): unknown => BODIES[key]?.(number)

beforeAll(async () => {
  const payload = await testPayload()
  part = await describedPart(isOfConsultations)
  const database = databaseOf(payload)
  const { patient, doctor } = part.everyone
  const { id } = await makeDoctor(database, { user: doctor.id })
  open = async (startsIn = 0) =>
    makeConsultation(database, { patient: patient.id, doctor: id, startsIn })
  stranger = await person('doctor')
  await makeDoctor(database, { user: stranger.id })
  obat = (await makeObat(payload)).id
})

testWhatAllAnswer(() => part, {
  bodiesFor: (key) => [bodyFor(key, 1), bodyFor(key, 2)],
  unknownId: UNKNOWN,
  notFound: () => 'Konsultasi tidak ditemukan',
})

describe('what each endpoint answers as described', () => {
  testExports(() => part, 2)

  const ask = async (
    key: string,
    id: number,
    status: number,
    message?: string,
    by: Person = key === EXTEND ? part.everyone.admin : part.everyone.doctor,
  ) => {
    const body = bodyFor(key)
    const call = { params: { id }, token: by.token, ...(body ? { body } : {}) }
    return part.expectAnswer(key, call, status, message)
  }

  it('ending', async () => {
    for (const key of [CHAT_END, END]) {
      const id = await open()
      await ask(key, id, 403, NOT_MINE, stranger)
      await ask(key, id, 200)
      await ask(key, id, 409, OVER)
      await ask(key, await open(3600), 409, 'Konsultasi belum dimulai')
    }
  })

  it('extending', async () => {
    await ask(EXTEND, await open(), 200, 'OK')
    await ask(EXTEND, await open(-3600), 409, OVER)
  })

  it('what follows the end', async () => {
    for (const [key, status] of [
      [SUMMARY, 200],
      [PRESCRIPTION, 201],
    ] as const) {
      await ask(key, await open(), 409, 'Konsultasi belum berakhir')
      const over = await open(-3600)
      await ask(key, over, 403, NOT_MINE, stranger)
      await ask(key, over, status, 'OK')
      if (key === PRESCRIPTION) await ask(key, over, 409, 'Konsultasi ini sudah memiliki resep')
    }
  })

  it('looking', async () => {
    const { admin, doctor, patient } = part.everyone
    await part.expectAnswer('GET /api/consultations/statistics', { token: admin.token }, 200)
    const room = await open()
    const database = databaseOf(await testPayload())
    await makeMessage(database, { consultation: room, sender: patient.id })
    const { token } = doctor
    await part.expectAnswer('GET /api/consultations/rooms', { token }, 200)
    const params = { id: room }
    await part.expectAnswer('GET /api/consultations/{id}/room', { token, params }, 200)
  })
})

testCompleteness(() => part)
