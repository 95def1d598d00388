import { beforeAll, describe, expect, it } from 'vitest'

import { contractMessage } from '@/plugins/consultations/chatSchemas'

import type { Room } from '../consultations/room'
import { chats, history, openRoom, said, say } from '../consultations/room'
import { graphql } from '../support/api'
import { person, refusal, rows } from '../support/apotek'

const UNKNOWN = 2_000_000_000
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

const NOT_FOUND = refusal(404, 'Konsultasi tidak ditemukan')
const NOT_MINE = refusal(403, 'Anda bukan peserta konsultasi ini')
const OVER = refusal(403, 'Konsultasi sudah berakhir')
const NOT_BEGUN = refusal(403, 'Konsultasi belum dimulai')

let room: Room

beforeAll(async () => {
  room = await openRoom()
})

describe('POST /chats/messages', () => {
  it('answers the message, numbered within its consultation', async () => {
    const own = await openRoom()
    const { status, body } = await say(own, own.patient, 'Selamat pagi, dok', { client_id: 'a' })
    expect(status).toBe(201)
    expect(body).toEqual({
      success: true,
      data: {
        id: expect.any(Number) as number,
        consultation_id: own.id,
        seq: 1,
        sender: { id: own.patient.id, name: own.patient.name, role: 'patient' },
        content: 'Selamat pagi, dok',
        attachment: null,
        client_id: 'a',
        created_at: expect.stringMatching(ISO) as string,
        delivered_at: null,
        read_at: null,
      },
    })
    const answer = await said(own, own.doctor, 'Pagi')
    expect(answer).toMatchObject({ seq: 2, client_id: null })
    expect(answer.sender).toEqual({ id: own.doctor.id, name: own.doctorName, role: 'doctor' })
    expect(contractMessage.strict().safeParse(answer).error).toBeUndefined()
  })

  it('keeps the content as it was sent', async () => {
    for (const content of [
      '  dua spasi  ',
      'baris\nbaru',
      '👩‍⚕️',
      "'; DROP TABLE messages; --",
      '<b>',
    ]) {
      expect((await said(room, room.patient, content)).content).toBe(content)
    }
  })

  it('takes 4,000 characters, as people count them, and no more', async () => {
    for (const character of ['a', 'é', '💊', '漢']) {
      const { content } = await said(room, room.patient, character.repeat(4000))
      expect(content).toBe(character.repeat(4000))
      const { status, body } = await say(room, room.patient, character.repeat(4001))
      expect([status, body.message]).toEqual([422, 'Pesan maksimal 4000 karakter.'])
      expect(body.errors).toEqual({ content: ['Pesan maksimal 4000 karakter.'] })
    }
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['nothing in it', ''],
    ['blanks', ' \n\t\r\v\f\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000\ufeff'],
  ])('refuses %s', async (_name, content) => {
    const { status, body } = await say(room, room.patient, content)
    expect([status, body.message]).toEqual([422, 'Pesan tidak boleh kosong.'])
    expect(body.errors).toEqual({ content: ['Pesan tidak boleh kosong.'] })
  })

  it.each([
    ['a NUL', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
  ])('refuses %s', async (_name, text) => {
    const { status, body } = await say(room, room.patient, text)
    expect([status, body.message]).toEqual([
      422,
      'content berisi karakter yang tidak dapat disimpan.',
    ])
    const named = await say(room, room.patient, 'x', { client_id: text })
    expect(named.status).toBe(422)
  })

  it('answers the first message again, whatever is sent with its client_id', async () => {
    const own = await openRoom()
    const first = await said(own, own.patient, 'satu', { client_id: 'x' })
    const again = await say(own, own.patient, 'dua', { client_id: 'x' })
    expect([again.status, again.body.data]).toEqual([200, first])
    // Another's client_id is another message.
    expect(await said(own, own.doctor, 'tiga', { client_id: 'x' })).toMatchObject({ seq: 2 })
    await rows('UPDATE consultations SET ended_at = clock_timestamp() WHERE id = $1', own.id)
    const late = await say(own, own.patient, 'satu', { client_id: 'x' })
    expect([late.status, late.body.data]).toEqual([200, first])
    expect(await say(own, own.patient, 'baru', { client_id: 'y' })).toMatchObject(OVER)
  })

  it('refuses the forged', async () => {
    const forged = { sender: room.doctor.id, sender_id: room.doctor.id, seq: 99, created_at: 'x' }
    const message = await said(room, room.patient, 'saya', forged)
    expect(message.sender.id).toBe(room.patient.id)
    expect(message.seq).toBeLessThan(99)
  })

  it.each(['admin', 'cashier', 'editor'] as const)('refuses staff: %s', async (role) => {
    expect(await say(room, await person(role), 'x')).toMatchObject(refusal(403, 'Forbidden'))
  })

  it('refuses whoever does not take part', async () => {
    for (const role of ['patient', 'doctor'] as const) {
      const stranger = await person(role)
      expect(await say(room, stranger, 'x')).toMatchObject(NOT_MINE)
      expect(await history(room, stranger)).toMatchObject(NOT_MINE)
      const path = `/consultation/${room.id}`
      expect(await chats('GET', `${path}/status`, stranger)).toMatchObject(NOT_MINE)
      const reading = await chats('POST', `${path}/read`, stranger, { body: { seq: 1 } })
      expect(reading).toMatchObject(NOT_MINE)
    }
  })

  it('does not know what is not there', async () => {
    expect(await say({ id: UNKNOWN }, room.patient, 'x')).toMatchObject(NOT_FOUND)
    expect(await history({ id: UNKNOWN }, room.patient)).toMatchObject(NOT_FOUND)
    for (const id of ['0', 'x', '1.5', '9'.repeat(30)]) {
      expect(await chats('GET', `/consultation/${id}/status`, room.patient)).toMatchObject(
        NOT_FOUND,
      )
    }
  })

  it('refuses before the beginning and after the end', async () => {
    const scheduled = await openRoom({ startsIn: 60 })
    expect(await say(scheduled, scheduled.patient, 'x')).toMatchObject(NOT_BEGUN)
    const over = await openRoom({ startsIn: -1800 })
    expect(await say(over, over.patient, 'x')).toMatchObject(OVER)
    const ended = await openRoom({ isEnded: true })
    expect(await say(ended, ended.doctor, 'x')).toMatchObject(OVER)
    const called = await openRoom({ startsIn: 60, isEnded: true })
    expect(await say(called, called.doctor, 'x')).toMatchObject(OVER)
  })

  it('wants a token', async () => {
    const { status, body } = await say(room, { token: 'x' }, 'x')
    expect([status, body]).toEqual([401, { success: false, message: 'Unauthenticated.' }])
  })
})

describe('GET /chats/consultation/:id/messages', () => {
  let own: Room
  beforeAll(async () => {
    own = await openRoom()
    for (let count = 1; count <= 120; count += 1) await said(own, own.patient, `pesan ${count}`)
  })

  const seqs = async (query = ''): Promise<number[]> => {
    const { status, body } = await history(own, own.doctor, query)
    expect(status).toBe(200)
    return body.data.map(({ seq }) => seq)
  }
  const range = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index)

  it('is ascending: the newest, what follows, what came before', async () => {
    expect(await seqs()).toEqual(range(71, 120))
    expect(await seqs('?limit=3')).toEqual([118, 119, 120])
    expect(await seqs('?limit=500')).toEqual(range(21, 120))
    expect(await seqs('?after=117')).toEqual([118, 119, 120])
    expect(await seqs('?after=0&limit=2')).toEqual([1, 2])
    expect(await seqs('?before=71')).toEqual(range(21, 70))
    expect(await seqs('?before=3')).toEqual([1, 2])
    expect(await seqs('?after=10&before=13')).toEqual([11, 12])
    expect(await seqs('?after=120')).toEqual([])
  })

  it('refuses what is no number', async () => {
    for (const query of ['?after=x', '?before=0', '?limit=0', '?limit=-1', '?after=1.5']) {
      expect([query, (await history(own, own.doctor, query)).status]).toEqual([query, 422])
    }
  })

  it('can be read after the end', async () => {
    await rows('UPDATE consultations SET ended_at = clock_timestamp() WHERE id = $1', own.id)
    expect(await seqs('?limit=1')).toEqual([120])
  })
})

describe('GET /chats/consultation/:id/status', () => {
  type Status = {
    id: number
    status: string
    started_at: string
    expires_at: string
    remaining_seconds: number
    server_time: string
  }
  const statusOf = async (one: Room): Promise<Status> => {
    const { status, body } = await chats<Status>(
      'GET',
      `/consultation/${one.id}/status`,
      one.patient,
    )
    expect(status).toBe(200)
    return body.data
  }

  it('tells state and remaining time', async () => {
    const own = await openRoom({ startsIn: -600 })
    const active = await statusOf(own)
    expect(active).toEqual({
      id: own.id,
      status: 'active',
      started_at: expect.stringMatching(ISO) as string,
      expires_at: expect.stringMatching(ISO) as string,
      remaining_seconds: expect.any(Number) as number,
      server_time: expect.stringMatching(ISO) as string,
    })
    expect(Date.parse(active.expires_at) - Date.parse(active.started_at)).toBe(1_800_000)
    const left = (Date.parse(active.expires_at) - Date.parse(active.server_time)) / 1000
    expect(Math.abs(active.remaining_seconds - left)).toBeLessThanOrEqual(1)

    const scheduled = await statusOf(await openRoom({ startsIn: 3600 }))
    expect(scheduled).toMatchObject({ status: 'scheduled', remaining_seconds: 1800 })
    const over = await statusOf(await openRoom({ startsIn: -1800 }))
    expect(over).toMatchObject({ status: 'expired', remaining_seconds: 0 })
    const ended = await statusOf(await openRoom({ isEnded: true }))
    expect(ended).toMatchObject({ status: 'expired', remaining_seconds: 0 })
  })

  it('is told by the times, whatever the column says', async () => {
    const own = await openRoom()
    await rows(`UPDATE consultations SET status = 'expired' WHERE id = $1`, own.id)
    expect(await statusOf(own)).toMatchObject({ status: 'active' })
    expect((await say(own, own.patient, 'x')).status).toBe(201)
  })
})

describe('marks', () => {
  const marksOf = async (one: Room, who: Room['patient']) =>
    (await history(one, who)).body.data.map(({ delivered_at: delivered, read_at: read }) => [
      delivered !== null,
      read !== null,
    ])

  it('are set by whoever did not send it, up to a number, once', async () => {
    const own = await openRoom()
    for (const text of ['satu', 'dua', 'tiga']) await said(own, own.patient, text)
    const read = async (who: Room['patient'], seq: number) =>
      chats('POST', `/consultation/${own.id}/read`, who, { body: { seq } })
    // The sender reads nothing of their own.
    expect(await read(own.patient, 3)).toMatchObject({ status: 200 })
    expect(await marksOf(own, own.patient)).toEqual([
      [false, false],
      [false, false],
      [false, false],
    ])
    expect((await read(own.doctor, 2)).body).toEqual({
      success: true,
      data: { consultation_id: own.id, seq: 2 },
    })
    expect(await marksOf(own, own.patient)).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ])
    const [before] = (await history(own, own.patient)).body.data
    expect((await read(own.doctor, 99)).body).toMatchObject({ data: { seq: 3 } })
    const [after] = (await history(own, own.patient)).body.data
    expect(after).toEqual(before)
  })

  it.each([0, -1, 1.5, 'x', null, 2 ** 40])('refuse %s', async (seq) => {
    const path = `/consultation/${room.id}/read`
    const { status, body } = await chats('POST', path, room.doctor, { body: { seq } })
    expect([status, body.errors]).toEqual([422, { seq: ['seq tidak valid.'] }])
  })
})

describe('over GraphQL', () => {
  it('messages are sent and marked, with the same refusals', async () => {
    const own = await openRoom()
    const send = `mutation ($consultation: Int!, $content: String, $clientId: String) {
      sendMessage(consultation: $consultation, content: $content, clientId: $clientId) {
        seq content clientId
      } }`
    const variables = { consultation: own.id, content: 'halo', clientId: 'g' }
    for (let count = 0; count < 2; count += 1) {
      const { body } = await graphql(send, { variables, token: own.patient.token })
      expect(body).toEqual({ data: { sendMessage: { seq: 1, content: 'halo', clientId: 'g' } } })
    }
    const read = `mutation { markRead(consultation: ${own.id}, seq: 1) }`
    const marked = await graphql(read, { token: own.doctor.token })
    expect(marked.body).toEqual({ data: { markRead: 1 } })
    const cases = [
      [person('patient'), { ...variables }, 'Anda bukan peserta konsultasi ini'],
      [person('admin'), { ...variables }, 'Forbidden'],
      [own.patient, { ...variables, clientId: 'h', content: ' ' }, 'Pesan tidak boleh kosong.'],
      [own.patient, { ...variables, consultation: UNKNOWN }, 'Konsultasi tidak ditemukan'],
    ] as const
    for (const [who, given, message] of cases) {
      const { token } = await who
      const { body } = await graphql(send, { variables: given, token })
      expect((body as { errors: { message: string }[] }).errors[0]?.message).toBe(message)
    }
  })
})

describe('the generated API', () => {
  it('writes no message', async () => {
    const { id } = await said(room, room.patient, 'tetap')
    const { token } = room.patient
    const { default: call } = { default: (await import('../support/api')).api }
    for (const [method, path] of [
      ['POST', '/messages'],
      ['PATCH', `/messages/${id}`],
      ['DELETE', `/messages/${id}`],
    ] as const) {
      const body = { consultation: room.id, content: 'lain', sender: room.doctor.id, seq: 1 }
      expect((await call(method, path, { token, body })).status).toBe(403)
    }
    const [row] = await rows('SELECT content FROM messages WHERE id = $1', id)
    expect(row).toEqual({ content: 'tetap' })
  })
})
