import type pg from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { databaseOf } from '@/plugins/consultations/testing'

import { refusal, rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Message, Room } from './room'
import { chats, openRoom, say } from './room'

const MINUTES = 60 * 1000
const OVER = refusal(403, 'Konsultasi sudah berakhir')

const seqsOf = async ({ id }: Room): Promise<number[]> => {
  const found = await rows<{ seq: number }>(
    'SELECT seq::int FROM messages WHERE consultation_id = $1 ORDER BY id',
    id,
  )
  return found.map(({ seq }) => seq)
}

describe('many at once', () => {
  it('of one client_id are one message, which everybody is answered', async () => {
    const room = await openRoom()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        say(room, room.patient, `pesan ${index}`, { client_id: 'sama' }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 19 }, () => 200),
      201,
    ])
    const [first] = answers
    for (const { body } of answers) expect(body.data).toEqual(first?.body.data)
    expect(await seqsOf(room)).toEqual([1])
  })

  it('are numbered 1, 2, 3 …, each once', async () => {
    const room = await openRoom()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => index).flatMap((index) => [
        say(room, room.patient, `pasien ${index}`),
        say(room, room.doctor, `dokter ${index}`),
      ]),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    const numbers = Array.from({ length: 200 }, (_, index) => index + 1)
    const byNumber = (left: number, right: number) => left - right
    expect(answers.map(({ body }) => body.data.seq).sort(byNumber)).toEqual(numbers)
    expect((await seqsOf(room)).sort(byNumber)).toEqual(numbers)
  })
})

describe('the end', () => {
  afterEach(() => vi.useRealTimers())

  const skew = (minutes: number): void => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * MINUTES })
  }
  /** Its thirty minutes are over, now. */
  const passTime = async ({ id }: Room): Promise<unknown> =>
    rows(
      `UPDATE consultations SET started_at = clock_timestamp() - interval '30 minutes',
              expires_at = clock_timestamp() WHERE id = $1`,
      id,
    )

  it('comes at 30:00 by the database’s clock, whatever this process’ says', async () => {
    for (const minutes of [-45, 45]) {
      const room = await openRoom({ startsIn: -900 })
      skew(minutes)
      expect(await say(room, room.patient, 'sempat')).toMatchObject({ status: 201 })
      const status = async () => {
        const path = `/consultation/${room.id}/status`
        const { body } = await chats<{ status: string }>('GET', path, room.patient)
        return body.data.status
      }
      expect(await status()).toBe('active')
      await passTime(room)
      expect(await say(room, room.patient, 'terlambat')).toMatchObject(OVER)
      expect(await say(room, room.doctor, 'terlambat')).toMatchObject(OVER)
      expect(await status()).toBe('expired')
      expect(await seqsOf(room)).toEqual([1])
      vi.useRealTimers()
    }
  })

  it('comes for a message, too, that has waited for another until then', async () => {
    const room = await openRoom()
    const pool = databaseOf(await testPayload()) as pg.Pool
    const other = await pool.connect()
    try {
      await other.query('BEGIN')
      await other.query('SELECT 1 FROM consultations WHERE id = $1 FOR NO KEY UPDATE', [room.id])
      const waiting = say(room, room.patient, 'sebelum akhir')
      await vi.waitUntil(async () => {
        const { rows: blocked } = await other.query(
          `SELECT 1 FROM pg_stat_activity
            WHERE wait_event_type = 'Lock' AND pg_backend_pid() = ANY(pg_blocking_pids(pid))`,
        )
        return blocked.length > 0
      }, 30_000)
      await other.query(
        `UPDATE consultations SET started_at = clock_timestamp() - interval '30 minutes',
                expires_at = clock_timestamp() WHERE id = $1`,
        [room.id],
      )
      await other.query('COMMIT')
      expect(await waiting).toMatchObject(OVER)
    } finally {
      other.release()
    }
    expect(await seqsOf(room)).toEqual([])
  })
})

describe('the database', () => {
  const insert = async (room: Room, sender: number, content: string | null) =>
    rows<Message>(
      `INSERT INTO messages (consultation_id, seq, sender_id, content)
       VALUES ($1, 99, $2, $3) RETURNING seq::int`,
      room.id,
      sender,
      content,
    )

  it('has the last word on numbers, senders and contents', async () => {
    const room = await openRoom()
    const stranger = await openRoom()
    expect(await insert(room, room.patient.id, 'x')).toEqual([{ seq: 1 }])
    await expect(insert(room, stranger.patient.id, 'x')).rejects.toMatchObject({ code: 'CH403' })
    const blanks = [
      '',
      ' \t\r\n',
      '\v\f\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000\ufeff',
      null,
    ]
    for (const blank of [...blanks, 'a'.repeat(4001)]) {
      await expect(insert(room, room.patient.id, blank)).rejects.toMatchObject({ code: '23514' })
    }
  })

  it('keeps what was said as it was said', async () => {
    const room = await openRoom()
    const { body } = await say(room, room.patient, 'asli')
    await rows(
      `UPDATE messages SET content = 'palsu', sender_id = $2, seq = 5, created_at = now()
        WHERE id = $1`,
      body.data.id,
      room.doctor.id,
    )
    const [row] = await rows(
      'SELECT content, sender_id, seq::int FROM messages WHERE id = $1',
      body.data.id,
    )
    expect(row).toEqual({ content: 'asli', sender_id: room.patient.id, seq: 1 })
    const removal = rows('DELETE FROM messages WHERE id = $1', body.data.id)
    await expect(removal).rejects.toMatchObject({ code: '23514' })
  })
})
