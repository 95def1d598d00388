import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { SERVER_EVENTS } from '@/plugins/consultations/constants'
import { tellPresence } from '@/plugins/consultations/operations/tellPresence'
import { sweepRooms } from '@/plugins/consultations/operations/sweepRooms'
import { databaseOf } from '@/plugins/consultations/testing'
import { openSockets } from '@/plugins/realtime/testing'

import { person, rows } from '../support/apotek'
import { untilBlocked } from '../support/locks'
import { testPayload } from '../support/payload'
import type { Client } from './clients'
import { heardOf, join, send, seqsHeard, until, untilHeard } from './clients'
import type { Room } from './room'
import { openRoom, said } from './room'

let house: Awaited<ReturnType<typeof openSockets>>
let room: Room
let patient: Client
let doctor: Client

beforeEach(async () => {
  house = await openSockets(await testPayload())
  room = await openRoom()
  patient = await house.connect(room.patient.token)
  doctor = await house.connect(room.doctor.token)
})
afterEach(() => house.close())

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)
const patientShown = () => ({ id: room.patient.id, name: room.patient.name, role: 'patient' })
const doctorShown = () => ({ id: room.doctor.id, name: room.doctorName, role: 'doctor' })

describe('join_consultation', () => {
  it('answers state, participants online and the newest messages', async () => {
    for (let count = 1; count <= 60; count += 1) await said(room, room.patient, `pesan ${count}`)
    const first = await join(patient, room.id)
    expect(first).toMatchObject({ ok: true, id: room.id, status: 'active', has_more: true })
    expect(first).toHaveProperty('server_time')
    expect(first.participants).toEqual([patientShown()])
    expect(first.messages.map(({ seq }) => seq)).toEqual(range(11, 60))
    const second = await join(doctor, room.id)
    expect(second.participants).toEqual(expect.arrayContaining([patientShown(), doctorShown()]))
    await untilHeard(patient, 'user_joined')
    expect(heardOf(patient, 'user_joined')).toEqual([
      { consultation_id: room.id, user: doctorShown() },
    ])
  })

  it('answers every message after the last that somebody has', async () => {
    for (let count = 1; count <= 3; count += 1) await said(room, room.patient, `pesan ${count}`)
    const { messages, has_more: hasMore } = await join(doctor, room.id, 1)
    expect(messages.map(({ seq, content }) => [seq, content])).toEqual([
      [2, 'pesan 2'],
      [3, 'pesan 3'],
    ])
    expect(hasMore).toBe(false)
    expect((await join(doctor, room.id, 3)).messages).toEqual([])
    // A client that believes to have more than there is misses nothing.
    expect((await join(doctor, room.id, 99)).messages).toEqual([])
    await said(room, room.patient, 'pesan 4')
    await untilHeard(doctor, 'new_message')
    expect(seqsHeard(doctor)).toEqual([4])
  })

  it('sends the rest of a long absence after the answer', async () => {
    await rows('ALTER TABLE messages DISABLE TRIGGER let_message_in')
    await rows(
      `INSERT INTO messages (consultation_id, seq, sender_id, content)
       SELECT $1, n, $2, 'pesan ' || n FROM generate_series(1, 950) n`,
      room.id,
      room.patient.id,
    )
    await rows('ALTER TABLE messages ENABLE TRIGGER let_message_in')
    const { messages, has_more: hasMore } = await join(doctor, room.id, 0)
    expect(hasMore).toBe(true)
    expect(messages.map(({ seq }) => seq)).toEqual(range(1, 300))
    await until(doctor, () => seqsHeard(doctor).length >= 650)
    await said(room, room.patient, 'baru')
    await until(doctor, () => seqsHeard(doctor).length >= 651)
    expect(seqsHeard(doctor)).toEqual(range(301, 951))
  })

  it('lets whoever took part read what is over', async () => {
    await said(room, room.patient, 'dulu')
    await rows('UPDATE consultations SET ended_at = clock_timestamp() WHERE id = $1', room.id)
    const answer = await join(patient, room.id)
    expect(answer).toMatchObject({ ok: true, status: 'expired', remaining_seconds: 0 })
    expect(answer.messages).toHaveLength(1)
    expect(await send(patient, room.id, 'x')).toEqual({
      ok: false,
      message: 'Konsultasi sudah berakhir',
    })
  })

  it('lets nobody else in', async () => {
    const strangers = ['patient', 'doctor', 'admin', 'cashier'] as const
    for (const role of strangers) {
      const stranger = await house.connect((await person(role)).token)
      for (const event of ['join_consultation', 'leave_consultation', 'typing_start']) {
        const answer = await stranger.ask(event, { consultation_id: room.id })
        expect(answer).toMatchObject({ ok: false })
      }
      const content = { consultation_id: room.id, content: 'x' }
      expect(await stranger.ask('send_message', content)).toMatchObject({ ok: false })
      const reading = { consultation_id: room.id, seq: 1 }
      expect(await stranger.ask('message_read', reading)).toMatchObject({ ok: false })
      await said(room, room.patient, 'rahasia')
      await stranger.ask('join_consultation', { consultation_id: room.id })
      expect(stranger.heard).toEqual([])
    }
    expect(await join(patient, 2_000_000_000)).toEqual({
      ok: false,
      message: 'Konsultasi tidak ditemukan',
    })
  })

  it('refuses what it does not understand, and the socket stays', async () => {
    const nonsense = [undefined, null, {}, [], 'x', { consultation_id: 'x' }]
    const events = ['join_consultation', 'leave_consultation', 'typing_start', 'typing_stop']
    for (const event of [...events, 'send_message', 'message_read']) {
      for (const data of nonsense) {
        expect([event, data, (await patient.ask(event, data)).ok]).toEqual([event, data, false])
      }
    }
    expect(await join(patient, room.id)).toMatchObject({ ok: true })
  })
})

describe('messages', () => {
  it('reach every socket in the room, the sender’s too, and carry what the answer says', async () => {
    const phone = await house.connect(room.patient.token)
    for (const client of [patient, phone, doctor]) await join(client, room.id)
    const { ok, data } = await send(patient, room.id, 'halo', { client_id: 'a' })
    expect(ok).toBe(true)
    expect(data).toMatchObject({ seq: 1, content: 'halo', client_id: 'a', sender: patientShown() })
    for (const client of [patient, phone, doctor]) {
      await untilHeard(client, 'new_message')
      expect(heardOf(client, 'new_message')).toEqual([data])
    }
  })

  it('have all come when one is acknowledged that was stored before', async () => {
    await join(patient, room.id)
    // By a server that died before it could say so.
    for (const [sender, name] of [
      [room.doctor.id, 'b'],
      [room.patient.id, 'a'],
    ]) {
      await rows(
        `INSERT INTO messages (consultation_id, seq, sender_id, content, client_id)
         VALUES ($1, 0, $2, 'halo', $3)`,
        room.id,
        sender,
        name,
      )
    }
    const { data } = await send(patient, room.id, 'halo', { client_id: 'a' })
    expect(data.seq).toBe(2)
    expect(seqsHeard(patient)).toEqual([1, 2])
  })

  it('come once, however often they are sent', async () => {
    for (const client of [patient, doctor]) await join(client, room.id)
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => send(patient, room.id, 'halo', { client_id: 'a' })),
    )
    expect(new Set(answers.map(({ data }) => data.id)).size).toBe(1)
    await send(patient, room.id, 'lagi')
    await untilHeard(doctor, 'new_message', 2)
    expect(seqsHeard(doctor)).toEqual([1, 2])
  })

  it('that were sent over HTTP come too', async () => {
    await join(doctor, room.id)
    const message = await said(room, room.patient, 'lewat HTTP')
    await untilHeard(doctor, 'new_message')
    expect(heardOf(doctor, 'new_message')).toEqual([message])
  })

  it('may be sent without having joined', async () => {
    await join(doctor, room.id)
    expect(await send(patient, room.id, 'dari luar')).toMatchObject({ ok: true })
    await untilHeard(doctor, 'new_message')
    expect(heardOf(patient, 'new_message')).toEqual([])
  })

  it('are known to whoever is not in the room, by number only', async () => {
    const { seq } = await said(room, room.patient, 'ada yang baru')
    await untilHeard(doctor, SERVER_EVENTS.waiting)
    expect(heardOf(doctor, SERVER_EVENTS.waiting)).toEqual([{ consultation_id: room.id, seq }])
    expect(heardOf(doctor, 'new_message')).toEqual([])
    await join(doctor, room.id)
    await said(room, room.patient, 'lagi')
    await untilHeard(doctor, 'new_message')
    expect(heardOf(doctor, SERVER_EVENTS.waiting)).toHaveLength(1)
    expect(heardOf(patient, SERVER_EVENTS.waiting)).toEqual([])
  })

  it('of many senders at once come in order, and are acknowledged after they came', async () => {
    for (const client of [patient, doctor]) await join(client, room.id)
    const acknowledged: boolean[] = []
    const speak = async (client: Client, count: number) =>
      Promise.all(
        Array.from({ length: count }, async (_, index) => {
          const { data } = await send(client, room.id, `pesan ${index}`)
          acknowledged.push(seqsHeard(client).includes(data.seq))
        }),
      )
    await Promise.all([speak(patient, 50), speak(doctor, 50)])
    for (const client of [patient, doctor]) {
      await until(client, () => seqsHeard(client).length >= 100)
      expect(seqsHeard(client)).toEqual(range(1, 100))
    }
    expect(acknowledged).toEqual(Array.from({ length: 100 }, () => true))
  })

  it('that nobody told of are found', async () => {
    await join(doctor, room.id)
    for (const content of ['satu', 'dua']) {
      await rows(
        'INSERT INTO messages (consultation_id, seq, sender_id, content) VALUES ($1, 0, $2, $3)',
        room.id,
        room.patient.id,
        content,
      )
    }
    await sweepRooms(house.payload)
    await untilHeard(doctor, 'new_message', 2)
    expect(seqsHeard(doctor)).toEqual([1, 2])
    // The next one fills what came before it.
    await rows(
      'INSERT INTO messages (consultation_id, seq, sender_id, content) VALUES ($1, 0, $2, $3)',
      room.id,
      room.patient.id,
      'tiga',
    )
    await said(room, room.patient, 'empat')
    await untilHeard(doctor, 'new_message', 4)
    expect(seqsHeard(doctor)).toEqual([1, 2, 3, 4])
  })
})

describe('joining while messages arrive', () => {
  it('loses none, and doubles none', async () => {
    let isOver = false
    const talking = (async () => {
      for (let count = 0; !isOver; count += 1) await said(room, room.patient, `pesan ${count}`)
    })()
    const seen = new Map<Client, number[]>()
    for (let count = 0; count < 12; count += 1) {
      const client = await house.connect(room.doctor.token)
      const { messages } = await join(client, room.id, 0)
      seen.set(
        client,
        messages.map(({ seq }) => seq),
      )
    }
    isOver = true
    await talking
    const { seq: last } = await said(room, room.patient, 'selesai')
    for (const [client, answered] of seen) {
      await until(client, () => seqsHeard(client).at(-1) === last)
      expect([...answered, ...seqsHeard(client)]).toEqual(range(1, last))
    }
  })
})

describe('joining while one message arrives', () => {
  /** Does something when the history of a room was read, before whoever asked for it has it. */
  const whenRead = async (then: () => Promise<unknown>): Promise<void> => {
    const pool = databaseOf(await testPayload()) as pg.Pool
    const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<unknown>
    let isDone = false
    const delayed = async (...args: unknown[]) => {
      const result = await query(...args)
      const { text } = args[0] as { text?: string }
      if (!isDone && text?.includes('ORDER BY m.seq ASC')) {
        isDone = true
        await then()
      }
      return result
    }
    vi.spyOn(pool as { query: typeof delayed }, 'query').mockImplementation(delayed)
  }
  afterEach(() => vi.restoreAllMocks())

  it('gives it after the answer, once, though nothing follows', async () => {
    await said(room, room.patient, 'satu')
    await whenRead(() => said(room, room.patient, 'dua'))
    const { messages } = await join(doctor, room.id, 0)
    expect(messages.map(({ seq }) => seq)).toEqual([1])
    await until(doctor, () => seqsHeard(doctor).length > 0)
    expect(seqsHeard(doctor)).toEqual([2])
  })
})

describe('marks', () => {
  it('are told to the room: delivered by arriving, read by being read', async () => {
    for (const client of [patient, doctor]) await join(client, room.id)
    const { data } = await send(patient, room.id, 'halo')
    await untilHeard(patient, 'message_delivered')
    expect(heardOf(patient, 'message_delivered')).toEqual([
      {
        ...{ consultation_id: room.id, seq: 1, user_id: room.doctor.id },
        at: expect.stringMatching(/Z$/) as string,
      },
    ])
    const read = await doctor.ask('message_read', { consultation_id: room.id, seq: data.seq })
    expect(read).toEqual({ ok: true, consultation_id: room.id, seq: 1 })
    await untilHeard(patient, 'message_read')
    const [told] = heardOf(patient, 'message_read')
    expect(told).toMatchObject({ seq: 1, user_id: room.doctor.id })
    const [row] = await rows<{ at: Date }>(
      'SELECT read_at AS at FROM messages WHERE id = $1',
      data.id,
    )
    expect(new Date(row!.at).toISOString()).toBe(told!.at)
  })

  it('are not set by what its sender’s other sockets get', async () => {
    const phone = await house.connect(room.patient.token)
    for (const client of [patient, phone]) await join(client, room.id)
    const { data } = await send(patient, room.id, 'halo')
    await untilHeard(phone, 'new_message')
    await phone.ask('message_read', { consultation_id: room.id, seq: 1 })
    const marks = 'SELECT delivered_at, read_at FROM messages WHERE id = $1'
    expect(await rows(marks, data.id)).toEqual([{ delivered_at: null, read_at: null }])
  })

  it('are set for whoever comes in once more', async () => {
    await join(doctor, room.id)
    const { data } = await send(patient, room.id, 'halo')
    await untilHeard(doctor, 'new_message')
    const holder = await (databaseOf(await testPayload()) as pg.Pool).connect()
    await holder.query('BEGIN; LOCK TABLE socket_presence IN EXCLUSIVE MODE')
    const joining = join(doctor, room.id, 1)
    await untilBlocked()
    const read = await doctor.ask('message_read', { consultation_id: room.id, seq: data.seq })
    await holder.query('COMMIT')
    holder.release()
    expect(read).toEqual({ ok: true, consultation_id: room.id, seq: 1 })
    expect(await joining).toMatchObject({ ok: true, messages: [] })
    const [row] = await rows<{ at: unknown }>(
      'SELECT read_at AS at FROM messages WHERE id = $1',
      data.id,
    )
    expect(row!.at).not.toBeNull()
  })

  it('of what is missed are set by joining', async () => {
    await said(room, room.patient, 'halo')
    await join(patient, room.id)
    await join(doctor, room.id, 0)
    await untilHeard(patient, 'message_delivered')
    expect(heardOf(patient, 'message_delivered')).toMatchObject([{ seq: 1 }])
  })
})

describe('typing', () => {
  const typing = async ({ ask }: Client, event: string) => ask(event, { consultation_id: room.id })
  const told = (client: Client) =>
    client.heard.map(([event]) => event).filter((event) => event.startsWith('typing'))

  beforeEach(async () => {
    for (const client of [patient, doctor]) await join(client, room.id)
  })

  it('is told to the others, with who', async () => {
    expect(await typing(patient, 'typing_start')).toEqual({ ok: true })
    await untilHeard(doctor, 'typing_start')
    expect(heardOf(doctor, 'typing_start')).toEqual([
      { consultation_id: room.id, user: patientShown() },
    ])
    await typing(patient, 'typing_stop')
    await typing(patient, 'typing_stop')
    await send(patient, room.id, 'x')
    await untilHeard(doctor, 'new_message')
    expect(told(doctor)).toEqual(['typing_start', 'typing_stop'])
    expect(told(patient)).toEqual([])
  })

  it.each([
    ['sending', async () => send(patient, room.id, 'x')],
    ['leaving', async () => typing(patient, 'leave_consultation')],
    ['a disconnection', async () => patient.socket.disconnect()],
    ['a line that is cut', async () => patient.socket.io.engine.close()],
    ['silence', async () => undefined],
  ])('is ended by %s', async (_name, end) => {
    await typing(patient, 'typing_start')
    await end()
    await untilHeard(doctor, 'typing_stop')
    expect(told(doctor)).toEqual(['typing_start', 'typing_stop'])
  })

  it('needs to be in the room', async () => {
    const phone = await house.connect(room.patient.token)
    expect(await typing(phone, 'typing_start')).toEqual({
      ok: false,
      message: 'Anda belum bergabung di konsultasi ini',
    })
  })
})

describe('those who come and go', () => {
  it('are told to those in the room: the first socket of a user, and the last', async () => {
    await join(doctor, room.id)
    const phone = await house.connect(room.patient.token)
    for (const client of [patient, phone]) await join(client, room.id)
    await patient.ask('leave_consultation', { consultation_id: room.id })
    phone.socket.disconnect()
    await untilHeard(doctor, 'user_left')
    const user = patientShown()
    const of = (event: string) => heardOf(doctor, event)
    expect(of('user_joined')).toEqual([{ consultation_id: room.id, user }])
    expect(of('user_left')).toEqual([{ consultation_id: room.id, user }])
    await said(room, room.doctor, 'masih di sana?')
    await untilHeard(doctor, 'new_message')
    expect(seqsHeard(patient)).toEqual([])
  })

  it('are told to the other one of an open consultation', async () => {
    const heard = () => heardOf(doctor, 'presence')
    patient.socket.disconnect()
    await until(doctor, () => heard().at(-1)?.online === false)
    expect(heard().at(-1)).toEqual({
      ...{ consultation_id: room.id, user: patientShown() },
      online: false,
    })
    await house.connect(room.patient.token)
    await until(doctor, () => heard().at(-1)?.online === true)
    await rows('UPDATE consultations SET ended_at = clock_timestamp() WHERE id = $1', room.id)
    const before = heard().length
    await tellPresence(house.payload, room.patient.id, false)
    await join(doctor, room.id)
    expect(heard()).toHaveLength(before)
  })
})
