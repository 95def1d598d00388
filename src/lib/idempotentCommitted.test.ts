import { randomUUID } from 'node:crypto'

import type { PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { person, rows } from '../../tests/support/apotek'
import { testPayload } from '../../tests/support/payload'
import type { Person } from '../../tests/support/people'
import type { Answer } from '@/database/idempotency'

import { ApiError } from './apiError'
import { apotekEnvelope } from './apotekEnvelope'
import { presentFailure } from './contractFailure'
import { idempotentCommitted } from './idempotentCommitted'

const ROUTE = 'post /tests'
const present = presentFailure(apotekEnvelope)

describe('a POST that makes transactions of its own', () => {
  let who: Person

  beforeAll(async () => {
    who = await person('patient')
  })

  const request = async (key: string): Promise<PayloadRequest> => {
    const req = await createLocalReq(
      { req: { headers: new Headers({ 'Idempotency-Key': key }) } },
      await testPayload(),
    )
    return Object.assign(req, { user: { ...who, collection: 'users' as const } })
  }
  const once = async (key: string, body: unknown, run: () => Promise<Answer>): Promise<Answer> =>
    idempotentCommitted(await request(key), ROUTE, body, present, run)

  it('runs once, however many come at once, and waits for the first one', async () => {
    const key = randomUUID()
    let runs = 0
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => (release = resolve))
    const run = async (): Promise<Answer> => {
      runs += 1
      await gate
      return { status: 201, body: { run: runs } }
    }
    const first = once(key, { a: 1 }, run)
    await expect.poll(() => runs).toBe(1)
    const others = Array.from({ length: 10 }, () => once(key, { a: 1 }, run))
    // Seen by everybody at once: nothing of it hides in a transaction.
    const [claim] = await rows(`SELECT status FROM idempotency_keys WHERE key = '${key}'`)
    expect(claim).toEqual({ status: null })
    release()
    const answers = await Promise.all([first, ...others])
    for (const answer of answers) expect(answer).toEqual({ status: 201, body: { run: 1 } })
    expect(runs).toBe(1)
  })

  it('gives the answer again as it was, field by field in its order', async () => {
    const [key, body] = [randomUUID(), { z: 1, aa: [{ y: null, b: '\u0000' }], c: 2 }]
    for (let count = 0; count < 2; count += 1) {
      const answer = await once(key, {}, () => Promise.resolve({ status: 201, body }))
      expect(JSON.stringify(answer)).toBe(JSON.stringify({ status: 201, body }))
    }
  })

  it('refuses the same key with another body', async () => {
    const key = randomUUID()
    await once(key, { a: 1 }, () => Promise.resolve({ status: 201, body: {} }))
    const again = once(key, { a: 2 }, () => Promise.resolve({ status: 201, body: {} }))
    await expect(again).rejects.toMatchObject({ status: 422 })
  })

  it('keeps a refusal, and lets what failed be tried again', async () => {
    const [refused, failed] = [randomUUID(), randomUUID()]
    const throwing = (status: number) => () => Promise.reject(new ApiError(status, `${status}`))
    const done = () => Promise.resolve({ status: 201, body: 'done' })
    await expect(once(refused, {}, throwing(400))).rejects.toMatchObject({ status: 400 })
    expect(await once(refused, {}, done)).toMatchObject({ status: 400 })
    await expect(once(failed, {}, throwing(502))).rejects.toMatchObject({ status: 502 })
    expect(await once(failed, {}, done)).toEqual({ status: 201, body: 'done' })
  })

  it('takes over the claim of a process that died', async () => {
    const key = randomUUID()
    let died: () => void = () => undefined
    const lost = once(key, {}, async () => {
      await new Promise<void>((resolve) => (died = resolve))
      return { status: 201, body: 'late' }
    })
    const claimed = `SELECT 1 FROM idempotency_keys WHERE key = '${key}'`
    await expect.poll(async () => (await rows(claimed)).length).toBe(1)
    await rows(`UPDATE idempotency_keys SET leased_until = now() - interval '1 second'
                 WHERE key = '${key}'`)
    const done = { status: 201, body: 'taken over' }
    expect(await once(key, {}, () => Promise.resolve(done))).toEqual(done)
    died()
    await lost
    expect(await once(key, {}, () => Promise.resolve({ status: 201, body: 'no' }))).toEqual(done)
  })
})
