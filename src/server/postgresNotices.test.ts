import { randomUUID } from 'node:crypto'

import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import { testPayload } from '../../tests/support/payload'
import type { Notices } from './postgresNotices'
import { createNotices } from './postgresNotices'

let pool: pg.Pool
let listener: pg.Client
let channel: string
let heard: string[]
/** The payloads of each statement. */
let statements: string[][]
let lost: { message: string; count: number }[]
let notify: (payload: string) => ReturnType<Notices['notify']>

beforeAll(async () => {
  await testPayload()
  const connectionString = process.env.DATABASE_URL
  pool = new pg.Pool({ connectionString, max: 1 })
  listener = new pg.Client({ connectionString })
  await listener.connect()
  listener.on('notification', ({ payload = '' }) => heard.push(payload))
})
afterAll(async () => {
  await listener.end()
  await pool.end()
})
beforeEach(async () => {
  ;[channel, heard, statements, lost] = [randomUUID(), [], [], []]
  await listener.query('UNLISTEN *')
  await listener.query(`LISTEN "${channel}"`)
  const seen = async (statement: string, values: string[][]) => {
    statements.push(values[1] ?? [])
    return pool.query(statement, values)
  }
  const notices = createNotices({ query: seen as pg.Pool['query'] }, ({ message }, count) =>
    lost.push({ message, count }),
  )
  notify = async (payload) => notices.notify(channel, payload)
})

it('what waits for a statement goes with the next: in order, and nothing twice in one', async () => {
  const said = ['a', 'b', 'c', 'b', 'b', 'd']
  await Promise.all(said.map(notify))
  await expect.poll(() => heard).toEqual(said)
  expect(statements).toEqual([['a'], ['b', 'c'], ['b'], ['b', 'd']])
})

it('what a statement could not send is lost and told; the rest goes on', async () => {
  const tooLong = 'x'.repeat(8_000)
  await Promise.all(['a', 'b', tooLong, 'c'].map(notify))
  await notify('d')
  await expect.poll(() => heard).toEqual(['a', 'd'])
  expect(lost).toEqual([{ message: 'payload string too long', count: 3 }])
})

it('so many may wait, and no more', async () => {
  const payloads = Array.from({ length: 50_003 }, (_none, index) => String(index))
  await Promise.all(payloads.map(notify))
  expect(lost.map(({ count }) => count)).toEqual([1, 1])
  await expect.poll(() => heard.length).toBe(50_001)
  expect(heard).toEqual(payloads.slice(0, 50_001))
})
