import { beforeAll, describe, expect, it } from 'vitest'

import type { Room, RoomAnswer, RoomsAnswer } from '@/plugins/consultations/roomSchemas'
import { PREVIEW_MAX, roomAnswer, roomsAnswer } from '@/plugins/consultations/roomSchemas'
import {
  databaseOf,
  makeConsultation,
  makeDoctor,
  makeMessage,
} from '@/plugins/consultations/testing'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const HOUR = 60 * 60

let database: ReturnType<typeof databaseOf>
let login: Person
let doctor: { id: number; name: string }
let patient: Person

beforeAll(async () => {
  database = databaseOf(await testPayload())
  login = await person('doctor')
  doctor = await makeDoctor(database, { user: login.id })
  patient = await person('patient')
})

const open = async (startsIn = -60, rest: { isEnded?: boolean } = {}): Promise<number> =>
  makeConsultation(database, { patient: patient.id, doctor: doctor.id, startsIn, ...rest })
const say = async (consultation: number, { id }: Person, content = 'Halo'): Promise<number> =>
  makeMessage(database, { consultation, sender: id, content })

const rooms = async ({ token } = login): Promise<RoomsAnswer> => {
  const answer = await api('GET', '/consultations/rooms', { token })
  expect([answer.status, answer.body]).toEqual([200, answer.body])
  return roomsAnswer.strict().parse(answer.body)
}
const roomOf = async (id: number, { token } = login) => {
  const answer = await api('GET', `/consultations/${id}/room`, { token })
  return { status: answer.status, body: answer.body as RoomAnswer }
}
const groupOf = (answer: RoomsAnswer, id: number): string[] =>
  (['waiting', 'active', 'scheduled', 'ended'] as const).filter((group) =>
    answer[group].some((room) => room.id === id),
  )
const shown = async (id: number): Promise<Room> => {
  const { waiting, active, scheduled, ended } = await rooms()
  return [...waiting, ...active, ...scheduled, ...ended].find((room) => room.id === id)!
}

describe('GET /api/consultations/rooms', () => {
  it('is for doctors only', async () => {
    expect((await api('GET', '/consultations/rooms')).status).toBe(401)
    for (const role of ['admin', 'cashier', 'editor', 'patient'] as const) {
      const { token } = await person(role)
      expect((await api('GET', '/consultations/rooms', { token })).status).toBe(403)
    }
  })

  it('says so when a login has no doctor', async () => {
    const { doctor: none, waiting, ended } = await rooms(await person('doctor'))
    expect([none, waiting, ended]).toEqual([null, [], []])
  })

  it('puts each where it belongs', async () => {
    const silent = await open()
    const asked = await open()
    const answered = await open()
    const later = await open(HOUR)
    const over = await open(-HOUR)
    const early = await open(-60, { isEnded: true })
    await say(asked, patient)
    await say(answered, patient)
    await say(answered, login)
    const answer = await rooms()
    expect(answer.doctor).toEqual({ id: doctor.id, name: doctor.name })
    expect(
      [silent, asked, answered, later, over, early].flatMap((id) => groupOf(answer, id)),
    ).toEqual(['waiting', 'waiting', 'active', 'scheduled', 'ended', 'ended'])

    await say(answered, patient)
    expect(groupOf(await rooms(), answered)).toEqual(['waiting'])
  })

  it("goes by the database's clock, whatever the status column says", async () => {
    const id = await open()
    const column = `UPDATE consultations SET status = 'scheduled' WHERE id = $1`
    await rows(column, id)
    expect((await shown(id)).status).toBe('active')
    await rows(
      `UPDATE consultations SET started_at = clock_timestamp() - interval '30 minutes',
              expires_at = clock_timestamp() WHERE id = $1`,
      id,
    )
    expect((await shown(id)).status).toBe('expired')
  })

  it("counts the patient's unread messages, and shows the last one's beginning", async () => {
    const id = await open()
    await say(id, patient, 'Dok, saya demam')
    await say(id, login, 'Sejak kapan?')
    await say(id, patient, '🤒'.repeat(PREVIEW_MAX + 1))
    expect(await shown(id)).toMatchObject({
      patient: { id: patient.id, name: patient.name },
      unread: 2,
      lastMessage: {
        seq: 3,
        isOwn: false,
        preview: '🤒'.repeat(PREVIEW_MAX),
        hasAttachment: false,
      },
      hasSummary: false,
      prescriptions: [],
    })
    await rows(
      `UPDATE messages SET read_at = clock_timestamp() WHERE consultation_id = $1 AND seq = 1`,
      id,
    )
    const { unread } = await shown(id)
    expect(unread).toBe(1)
    const all = await rooms()
    const every = [...all.waiting, ...all.active, ...all.scheduled, ...all.ended]
    expect(all.unread).toBe(every.reduce((sum, room) => sum + room.unread, 0))
  })

  it('says whether summary and prescription are there', async () => {
    const id = await open(-HOUR)
    await rows(`UPDATE consultations SET summary = 'Istirahat' WHERE id = $1`, id)
    const [prescription] = await rows<{ id: number }>(
      `INSERT INTO prescriptions (patient_id, doctor_id, consultation_id, doctor_name, issued_by_id,
                                  valid_until)
       VALUES ($1, $2, $3, $4, $5, now()) RETURNING id`,
      patient.id,
      doctor.id,
      id,
      doctor.name,
      login.id,
    )
    expect(await shown(id)).toMatchObject({ hasSummary: true, prescriptions: [prescription!.id] })
    expect((await roomOf(id)).body).toMatchObject({
      summary: 'Istirahat',
      room: { prescriptions: [prescription!.id] },
    })
  })

  it('shows the newest twenty that are over, and every one that is not', async () => {
    const busy = await person('doctor')
    const { id } = await makeDoctor(database, { user: busy.id })
    const make = async (startsIn: number) =>
      makeConsultation(database, { patient: patient.id, doctor: id, startsIn })
    const over: number[] = []
    for (let hours = 25; hours > 2; hours -= 1) over.push(await make(-hours * HOUR))
    const now = await Promise.all(Array.from({ length: 25 }, () => make(-60)))
    const answer = await rooms(busy)
    expect(answer.ended.map((room) => room.id)).toEqual(over.slice(-20).reverse())
    expect(answer.waiting.map((room) => room.id).sort()).toEqual(now.sort())
  })

  it('shows nothing of another doctor', async () => {
    const id = await open()
    const other = await person('doctor')
    await makeDoctor(database, { user: other.id })
    expect(groupOf(await rooms(other), id)).toEqual([])
    expect((await roomOf(id, other)).status).toBe(404)
    expect((await roomOf(2_000_000_000)).status).toBe(404)
    expect((await roomOf(id)).status).toBe(200)
    roomAnswer.strict().parse((await roomOf(id)).body)
  })
})
