import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { rows } from '../../tests/support/apotek'
import { systemRequest, testPayload } from '../../tests/support/payload'
import type { HonestAdapter } from './adapter'
import { TransactionGoneError } from './errors'
import { query, sql } from './sql'
import { withTransaction } from './transactions'

type Request = Awaited<ReturnType<typeof systemRequest>>

const deposit = async (req: Request, account: string) =>
  query(req, sql`UPDATE accounts_of_test SET balance = balance + 1 WHERE name = ${account}`)

const balances = async (): Promise<Record<string, number>> => {
  const found = await rows<{ name: string; balance: number }>('SELECT * FROM accounts_of_test')
  return Object.fromEntries(found.map(({ name, balance }) => [name, balance]))
}

/** What Postgres says, with a code of our choice. */
const raise = async (req: Request, code: string) =>
  query(req, sql.raw(`DO $$ BEGIN RAISE EXCEPTION 'raised' USING ERRCODE = '${code}'; END $$`))

const openTransactions = async (): Promise<number> =>
  ((await testPayload()).db as unknown as HonestAdapter).open.size

describe('withTransaction', () => {
  beforeAll(async () => {
    await testPayload()
    await rows('CREATE TABLE accounts_of_test (name text PRIMARY KEY, balance int NOT NULL)')
  })
  beforeEach(async () => {
    await rows('TRUNCATE accounts_of_test')
    await rows(`INSERT INTO accounts_of_test VALUES ('a', 0), ('b', 0)`)
  })
  afterAll(async () => {
    await rows('DROP TABLE accounts_of_test')
  })

  it('commits what was done, and tells its result', async () => {
    const req = await systemRequest()
    const result = await withTransaction(req, async () => {
      await deposit(req, 'a')
      // Nobody else sees it yet.
      expect(await balances()).toEqual({ a: 0, b: 0 })
      return 'done'
    })
    expect(result).toBe('done')
    expect(req.transactionID).toBeUndefined()
    expect(await balances()).toEqual({ a: 1, b: 0 })
  })

  it('takes everything back when something is thrown', async () => {
    const req = await systemRequest()
    const work = withTransaction(req, async () => {
      await deposit(req, 'a')
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(req.transactionID).toBeUndefined()
    expect(await balances()).toEqual({ a: 0, b: 0 })
    expect(await openTransactions()).toBe(0)
  })

  it('joins the transaction that is under way: all or nothing', async () => {
    const req = await systemRequest()
    const work = withTransaction(req, async () => {
      await deposit(req, 'a')
      await withTransaction(req, async () => deposit(req, 'b'))
      throw new Error('outer')
    })
    await expect(work).rejects.toThrow('outer')
    expect(await balances()).toEqual({ a: 0, b: 0 })
  })

  it('keeps the transactions of two requests apart', async () => {
    const [first, second] = [await systemRequest(), await systemRequest()]
    const failing = withTransaction(first, async () => {
      await deposit(first, 'a')
      await withTransaction(second, async () => deposit(second, 'b'))
      throw new Error('only mine')
    })
    await expect(failing).rejects.toThrow('only mine')
    expect(await balances()).toEqual({ a: 0, b: 1 })
  })

  it('tries again after a deadlock, and does the work once', async () => {
    let attempts = 0
    let waiting = 0
    let release: () => void
    const bothHold = new Promise<void>((resolve) => (release = resolve))
    const transfer = async (from: string, to: string) => {
      const req = await systemRequest()
      return withTransaction(req, async () => {
        attempts += 1
        await deposit(req, from)
        waiting += 1
        if (waiting === 2) release()
        await bothHold
        await deposit(req, to)
      })
    }
    await Promise.all([transfer('a', 'b'), transfer('b', 'a')])
    // On a busy machine the second try may overtake the one it lost to, and lose once more.
    expect(attempts).toBeGreaterThanOrEqual(3)
    expect(await balances()).toEqual({ a: 2, b: 2 })
  })

  it.each(['40P01', '40001'])('gives %s up after five attempts', async (code) => {
    const req = await systemRequest()
    let attempts = 0
    const work = withTransaction(req, async () => {
      attempts += 1
      await deposit(req, 'a')
      await raise(req, code)
    })
    await expect(work).rejects.toMatchObject({ cause: { code } })
    expect(attempts).toBe(5)
    expect(await balances()).toEqual({ a: 0, b: 0 })
  })

  it('succeeds when a later attempt does', async () => {
    const req = await systemRequest()
    let attempts = 0
    await withTransaction(req, async () => {
      attempts += 1
      await deposit(req, 'a')
      if (attempts < 3) await raise(req, '40001')
    })
    expect(attempts).toBe(3)
    expect(await balances()).toEqual({ a: 1, b: 0 })
  })

  it.each(['23505', '23514', '55P03', '57014', 'P0001'])(
    'tries nothing again after %s',
    async (code) => {
      const req = await systemRequest()
      let attempts = 0
      const work = withTransaction(req, async () => {
        attempts += 1
        await raise(req, code)
      })
      await expect(work).rejects.toMatchObject({ cause: { code } })
      expect(attempts).toBe(1)
    },
  )

  it('does not let a second attempt see what the first one read', async () => {
    const req = await systemRequest()
    const loaders = new Set<unknown>()
    await withTransaction(req, async () => {
      loaders.add(req.payloadDataLoader)
      if (loaders.size < 2) await raise(req, '40001')
    })
    expect(loaders.size).toBe(2)
  })

  it('never lets a statement run beside a transaction that was ended', async () => {
    const req = await systemRequest()
    const work = withTransaction(req, async () => {
      await req.payload.db.rollbackTransaction(String(await req.transactionID))
      await expect(deposit(req, 'a')).rejects.toThrow(TransactionGoneError)
    })
    await expect(work).rejects.toThrow(TransactionGoneError)
    expect(await balances()).toEqual({ a: 0, b: 0 })
  })
})
