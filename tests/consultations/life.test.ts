import { beforeAll, describe, expect, it } from 'vitest'

import { registriesOf } from '@/lib/metrics'
import { databaseOf, makeConsultation, makeMessage } from '@/plugins/consultations/testing'
import {
  closeAbandoned,
  expireConsultations,
  openScheduled,
  warnEnding,
} from '@/plugins/consultations/sweeper'
import { openSockets } from '@/plugins/realtime/testing'
import { makeObat } from '@/plugins/pharmacy/testing'

import { api, graphql } from '../support/api'
import { person, refusal, rows } from '../support/apotek'
import { atOnce, rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { TestDoctor } from './support'
import { databaseNow, doctorOf, noticesOf, rowOf } from './support'

const MINUTE = 60

let admin: Person
let patient: Person
let doctor: TestDoctor

beforeAll(async () => {
  await testPayload()
  ;[admin, patient, doctor] = [await person('admin'), await person('patient'), await doctorOf()]
})

const open = async (
  rest: Partial<Parameters<typeof makeConsultation>[1]> = {},
  who: { patient?: Person } = {},
): Promise<number> =>
  makeConsultation(databaseOf(await testPayload()), {
    patient: (who.patient ?? patient).id,
    doctor: doctor.id,
    ...rest,
  })
const say = async (consultation: number, { id }: Pick<Person, 'id'>): Promise<number> =>
  makeMessage(databaseOf(await testPayload()), { consultation, sender: id })

type Changed = {
  message: string
  doc: { id: number; status: string; summary?: string; expiresAt: string }
}
const post = async (by: Person, id: number | string, verb: string, body: unknown = {}) => {
  const answer = await api('POST', `/consultations/${id}/${verb}`, { token: by.token, body })
  return { status: answer.status, body: answer.body as Changed }
}
const messageOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { errors?: { message: string }[] }).errors?.[0]?.message,
]

describe('ending a consultation early', () => {
  it('is its doctor’s, over the contract and over the generated API', async () => {
    const id = await open()
    const answer = await api('POST', `/chats/consultation/${id}/end`, { token: doctor.user.token })
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        success: true,
        data: {
          id,
          status: 'expired',
          started_at: expect.any(String),
          expires_at: expect.any(String),
          remaining_seconds: 0,
          server_time: expect.any(String),
        },
      },
    ])
    const row = await rowOf(id)
    expect([row.status, row.ended !== null]).toEqual(['expired', true])
    await expect(say(id, patient)).rejects.toMatchObject({ code: 'CH410' })

    const other = await open()
    const ended = await post(doctor.user, other, 'end')
    expect([ended.status, ended.body.message, ended.body.doc.status]).toEqual([
      200,
      'OK',
      'expired',
    ])
    const third = await open()
    const { body } = await graphql(`mutation { endConsultation(id: ${third}) { id status } }`, {
      token: doctor.user.token,
    })
    expect(body).toEqual({ data: { endConsultation: { id: third, status: 'expired' } } })
  })

  it('is nobody else’s, and only while it goes on', async () => {
    const id = await open()
    const stranger = await doctorOf()
    const end = async (by: Person, of: number | string) => {
      const answer = await api('POST', `/chats/consultation/${of}/end`, { token: by.token })
      return { status: answer.status, body: answer.body }
    }
    for (const by of [patient, admin]) expect(await end(by, id)).toEqual(refusal(403, 'Forbidden'))
    expect(await end(stranger.user, id)).toEqual(refusal(403, 'Anda bukan peserta konsultasi ini'))
    expect((await rowOf(id)).ended).toBeNull()
    for (const unknown of [2_000_000_000, 'x', 0])
      expect(await end(doctor.user, unknown)).toEqual(refusal(404, 'Konsultasi tidak ditemukan'))
    expect(await end(doctor.user, await open({ startsIn: 3600 }))).toEqual(
      refusal(409, 'Konsultasi belum dimulai'),
    )
    for (const over of [await open({ startsIn: -1800 }), await open({ isEnded: true })])
      expect(await end(doctor.user, over)).toEqual(refusal(409, 'Konsultasi sudah berakhir'))
  })

  it('happens once, however often it is asked for at once', async () => {
    const id = await open()
    const answers = await atOnce(5, async () => post(doctor.user, id, 'end'))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  })
})

describe('letting a consultation last longer', () => {
  it('is an admin’s, with a reason, and is kept', async () => {
    const id = await open({ startsIn: -28 * MINUTE })
    const payload = await testPayload()
    await warnEnding(payload)
    const before = await rowOf(id)
    expect(before.warned).not.toBeNull()
    const sent = { minutes: 15, reason: 'Sambungan pasien terputus' }
    const answer = await post(admin, id, 'extend', sent)
    expect(answer.status).toBe(200)
    const after = await rowOf(id)
    expect(after.expires.getTime() - before.expires.getTime()).toBe(15 * MINUTE * 1000)
    // The new end is announced in its turn.
    expect(after.warned).toBeNull()
    await post(admin, id, 'extend', { minutes: 1, reason: 'Sekali lagi' })
    const kept = await rows(
      `SELECT _order, minutes::int, reason, by_id FROM consultations_extensions
        WHERE _parent_id = $1 ORDER BY _order`,
      id,
    )
    expect(kept).toEqual([
      { _order: 1, minutes: 15, reason: sent.reason, by_id: admin.id },
      { _order: 2, minutes: 1, reason: 'Sekali lagi', by_id: admin.id },
    ])
    const seen = await rest<{ extensions: unknown[] }>('GET', `/consultations/${id}`, admin)
    expect(seen.body.extensions).toHaveLength(2)
  })

  it('is refused without a reason, beyond an hour, of others, and after the end', async () => {
    const id = await open()
    const before = (await rowOf(id)).expires
    for (const wrong of [
      {},
      { minutes: 10 },
      { minutes: 10, reason: '  ' },
      { minutes: 0, reason: 'x' },
      { minutes: 61, reason: 'x' },
      { minutes: 1.5, reason: 'x' },
      { minutes: '10', reason: 'x' },
      { minutes: 10, reason: 'x'.repeat(501) },
      { minutes: 10, reason: 'x\0' },
    ])
      expect((await post(admin, id, 'extend', wrong)).status).toBe(422)
    const right = { minutes: 10, reason: 'x' }
    for (const by of [doctor.user, patient, await person('cashier')])
      expect((await post(by, id, 'extend', right)).status).toBe(403)
    expect((await rowOf(id)).expires).toEqual(before)
    for (const over of [await open({ startsIn: -1800 }), await open({ isEnded: true })])
      expect(messageOf(await post(admin, over, 'extend', right))).toEqual([
        409,
        'Konsultasi sudah berakhir',
      ])
  })
})

describe('the summary', () => {
  it('is its doctor’s, after the end, and may be corrected; the patient is told', async () => {
    const reader = await person('patient')
    const id = await open({ startsIn: -1800 }, { patient: reader })
    for (const summary of ['Istirahat.', 'Istirahat.', 'Istirahat dan minum.']) {
      const { status, body } = await post(doctor.user, id, 'summary', { summary })
      expect([status, body.doc.summary]).toEqual([200, summary])
    }
    expect(await noticesOf(reader)).toEqual(['consultation-summary', 'consultation-summary'])
    const seen = await rest<{ summary: string }>('GET', `/consultations/${id}`, reader)
    expect(seen.body.summary).toBe('Istirahat dan minum.')
  })

  it('is refused before the end, of others, and empty', async () => {
    const id = await open()
    expect(messageOf(await post(doctor.user, id, 'summary', { summary: 'x' }))).toEqual([
      409,
      'Konsultasi belum berakhir',
    ])
    const over = await open({ isEnded: true })
    const stranger = await doctorOf()
    for (const by of [stranger.user, admin, patient])
      expect((await post(by, over, 'summary', { summary: 'x' })).status).toBe(403)
    for (const summary of ['', ' ', 5, null, 'x'.repeat(10_001)])
      expect((await post(doctor.user, over, 'summary', { summary })).status).toBe(422)
  })
})

describe('the e-prescription', () => {
  const line = async () => {
    const { id } = await makeObat(await testPayload(), { drugClass: 'keras' })
    return { obat: id, quantity: 10, dose: '3 × 1 sesudah makan' }
  }

  it('is issued once, after the end, by its doctor; the patient is told, and reads it', async () => {
    const reader = await person('patient')
    const id = await open({ isEnded: true }, { patient: reader })
    const items = [await line()]
    const answers = await atOnce(4, async () => post(doctor.user, id, 'prescription', { items }))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    expect(await noticesOf(reader)).toEqual(['prescription'])
    const seen = await rest<{ doctorName: string }>('GET', '/prescriptions?depth=0', reader)
    expect(seen.body.docs).toMatchObject([
      { doctorName: doctor.name, consultation: id, patient: reader.id, items },
    ])
    const second = await open({ isEnded: true }, { patient: reader })
    const { body } = await graphql(
      `mutation ($items: [PrescribedItem!]!) { issuePrescription(id: ${second}, items: $items) }`,
      { token: doctor.user.token, variables: { items } },
    )
    expect(body).toEqual({ data: { issuePrescription: expect.any(Number) } })
  })

  it('is refused before the end, of others, and where it says nothing sound', async () => {
    const items = [await line()]
    const [going, over] = [await open(), await open({ isEnded: true })]
    expect((await post(doctor.user, going, 'prescription', { items })).status).toBe(409)
    const stranger = await doctorOf()
    for (const by of [stranger.user, admin, patient])
      expect((await post(by, over, 'prescription', { items })).status).toBe(403)
    for (const wrong of [
      {},
      { items: [] },
      { items: 'x' },
      { items: [{ ...items[0], quantity: 0 }] },
      { items: [{ ...items[0], quantity: 1.5 }] },
      { items: [{ ...items[0], dose: ' ' }] },
      { items: [{ ...items[0], obat: 2_000_000_000 }] },
      { items: [{ ...items[0], obat: 'x' }] },
    ])
      expect((await post(doctor.user, over, 'prescription', wrong)).status).toBe(422)
  })
})

describe('the sweepers', () => {
  it('let those end whose time is over, each once, however many instances there are', async () => {
    const payload = await testPayload()
    const ids = [await open({ startsIn: -1800 }), await open({ startsIn: -1801 })]
    const going = await open({ startsIn: -1700 })
    // What other files have left.
    await expireConsultations(payload)
    await rows(`UPDATE consultations SET status = 'active' WHERE id = ANY($1)`, ids)
    const counts = await atOnce(4, async () => expireConsultations(payload))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2)
    for (const id of ids) expect((await rowOf(id)).status).toBe('expired')
    expect((await rowOf(going)).status).toBe('active')
  })

  it('let those begin that were scheduled, and tell both once', async () => {
    const payload = await testPayload()
    const reader = await person('patient')
    const id = await open({ startsIn: -1 }, { patient: reader })
    const later = await open({ startsIn: 3600 }, { patient: reader })
    await rows(`UPDATE consultations SET status = 'scheduled' WHERE id = $1`, id)
    await atOnce(4, async () => openScheduled(payload))
    expect([(await rowOf(id)).status, (await rowOf(later)).status]).toEqual(['active', 'scheduled'])
    expect(await noticesOf(reader)).toEqual(['consultation-opened'])
  })

  it('announce the end once, to both', async () => {
    const payload = await testPayload()
    const reader = await person('patient')
    const house = await openSockets(payload)
    try {
      const clients = await Promise.all(
        [reader, doctor.user].map(async ({ token }) => house.connect(token)),
      )
      const id = await open({ startsIn: -26 * MINUTE }, { patient: reader })
      const early = await open({ startsIn: -20 * MINUTE }, { patient: reader })
      await atOnce(4, async () => warnEnding(payload))
      await warnEnding(payload)
      expect((await rowOf(early)).warned).toBeNull()
      expect((await rowOf(id)).warned).not.toBeNull()
      for (const { socket, heard } of clients) {
        // What is sent to one socket arrives in order.
        const marked = new Promise((resolve) => socket.once('marker', resolve))
        house.sockets.emit('marker', {})
        await marked
        const told = heard.filter(
          ([event, data]) =>
            event === 'consultation_expiring' &&
            (data as { consultation_id: number }).consultation_id === id,
        )
        expect(told).toEqual([
          [
            'consultation_expiring',
            {
              consultation_id: id,
              expires_at: (await rowOf(id)).expires.toISOString(),
              remaining_seconds: expect.any(Number),
            },
          ],
        ])
      }
    } finally {
      await house.close()
    }
  })

  it('tell admins of those that their doctor never answered, once, and keep what was said', async () => {
    const payload = await testPayload()
    const waiting = await open()
    await say(waiting, patient)
    const answered = await open()
    await say(answered, patient)
    await say(answered, doctor.user)
    const refunded = await open()
    await rows('UPDATE consultations SET ended_at = clock_timestamp() WHERE id = $1', refunded)
    await rows(
      `UPDATE consultations SET expires_at = started_at + interval '1 millisecond' WHERE id = ANY($1)`,
      [waiting, answered, refunded],
    )
    await expireConsultations(payload)
    await atOnce(3, async () => closeAbandoned(payload))
    expect((await rowOf(waiting)).abandoned).not.toBeNull()
    expect((await rowOf(answered)).abandoned).toBeNull()
    expect((await rowOf(refunded)).abandoned).toBeNull()
    const told = await rows(
      `SELECT 1 FROM notifications WHERE user_id = $1 AND key LIKE $2`,
      admin.id,
      `consultation-abandoned:${waiting}:%`,
    )
    expect(told).toHaveLength(1)
    expect(await rows('SELECT 1 FROM messages WHERE consultation_id = $1', waiting)).toHaveLength(1)
  })
})

describe('the first answer', () => {
  it('is when the doctor first wrote, whatever was written later', async () => {
    const id = await open()
    await say(id, patient)
    expect((await rowOf(id)).answered).toBeNull()
    const first = await say(id, doctor.user)
    await say(id, doctor.user)
    const [row] = await rows<{ at: Date }>(
      'SELECT created_at AS at FROM messages WHERE id = $1',
      first,
    )
    expect((await rowOf(id)).answered).toEqual(row?.at)
  })
})

describe('the statistics', () => {
  type Figures = Record<string, number>
  const read = async (): Promise<Figures> => {
    const answer = await api('GET', '/consultations/statistics', { token: admin.token })
    expect(answer.status).toBe(200)
    return answer.body
  }

  it('count what goes on, by true states', async () => {
    const payload = await testPayload()
    await expireConsultations(payload)
    const before = await read()
    const [waiting, answered] = [await open(), await open()]
    // Who has just paid waits too, though nobody has written yet.
    await open()
    await open({ startsIn: 3600 })
    await say(waiting, patient)
    await say(answered, patient)
    await say(answered, doctor.user)
    await open({ isEnded: true })
    const after = await read()
    const grown = Object.fromEntries(
      Object.keys(after).map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]),
    )
    expect(grown).toMatchObject({ active: 3, waiting: 2, scheduled: 1, messagesToday: 3 })
    expect(after.averageFirstAnswerSeconds).toBeGreaterThanOrEqual(0)
    const late = await open({ startsIn: -1900 })
    await rows(`UPDATE consultations SET status = 'active' WHERE id = $1`, late)
    expect((await read()).lagSeconds).toBeGreaterThanOrEqual(100)
    await expireConsultations(payload)
    expect((await read()).lagSeconds).toBeLessThan(100)
  })

  it('are told at /metrics, with how late the sweepers were', async () => {
    const payload = await testPayload()
    const late = await open({ startsIn: -1900 })
    await rows(`UPDATE consultations SET status = 'active' WHERE id = $1`, late)
    await expireConsultations(payload)
    const { active } = await read()
    const told = await Promise.all(registriesOf(payload).map(async (one) => one.metrics()))
    expect(told.join('\n')).toContain(`\nsehat_consultations_active ${active}\n`)
    expect(told.join('\n')).toMatch(/\nsehat_consultations_lag_seconds_count\{work="end"\} [1-9]/)
  })

  it('are for admins', async () => {
    for (const by of [patient, doctor.user, await person('cashier')]) {
      const { status } = await api('GET', '/consultations/statistics', { token: by.token })
      expect(status).toBe(403)
    }
  })
})

it('knows the database’s time, not the process’s', async () => {
  const now = await databaseNow()
  const id = await open({ startsIn: -1799 })
  const row = await rowOf(id)
  expect(row.expires.getTime()).toBeGreaterThan(now.getTime())
})
