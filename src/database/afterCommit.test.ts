import type { PayloadRequest } from 'payload'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { person, rows } from '../../tests/support/apotek'
import { rest } from '../../tests/support/generated'
import { systemRequest, testPayload } from '../../tests/support/payload'
import { TransactionGoneError } from './errors'
import { query, sql } from './sql'
import { afterCommit, withTransaction } from './transactions'

const insert = async (req: PayloadRequest, name: string) =>
  query(req, sql`INSERT INTO obat_categories (name) VALUES (${name})`)
const exists = async (name: string) =>
  (await rows('SELECT 1 FROM obat_categories WHERE name = $1', name)).length > 0

describe('afterCommit', () => {
  let req: PayloadRequest
  let name: string
  let count = 0

  beforeAll(async () => {
    await testPayload()
  })
  beforeEach(async () => {
    req = await systemRequest()
    count += 1
    name = `Sesudah ${count}`
  })

  it('runs in order, and only when everybody can see what was written', async () => {
    const seen: [string, boolean][] = []
    const look = (effect: string) => async () => {
      seen.push([effect, await exists(name)])
    }
    await withTransaction(req, async () => {
      await insert(req, name)
      await afterCommit(req, look('first'))
      await withTransaction(req, async () => afterCommit(req, look('second')))
      expect(seen).toEqual([])
    })
    expect(seen).toEqual([
      ['first', true],
      ['second', true],
    ])
  })

  it('runs at once where there is no transaction', async () => {
    const effect = vi.fn()
    await afterCommit(req, effect)
    expect(effect).toHaveBeenCalledOnce()
  })

  it('does not run after a rollback', async () => {
    const effect = vi.fn()
    const work = withTransaction(req, async () => {
      await afterCommit(req, effect)
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(effect).not.toHaveBeenCalled()
  })

  it('does not run after a commit that failed', async () => {
    const effect = vi.fn()
    const work = withTransaction(req, async () => {
      await afterCommit(req, effect)
      await query(req, sql`SELECT 1 / 0`).catch(() => undefined)
    })
    await expect(work).rejects.toThrow('ROLLBACK')
    expect(effect).not.toHaveBeenCalled()
  })

  it('runs once for a transaction that was tried again', async () => {
    const effect = vi.fn()
    let attempts = 0
    await withTransaction(req, async () => {
      attempts += 1
      await afterCommit(req, effect)
      if (attempts > 1) return
      await query(req, sql.raw(`DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$`))
    })
    expect(effect).toHaveBeenCalledOnce()
  })

  it('logs an effect that fails; the write stands, and the next effect runs', async () => {
    const error = vi.spyOn(req.payload.logger, 'error').mockReturnValue(undefined)
    const next = vi.fn()
    try {
      await withTransaction(req, async () => {
        await insert(req, name)
        await afterCommit(req, () => Promise.reject(new Error('no mail today')))
        await afterCommit(req, next)
      })
      expect(error).toHaveBeenCalledOnce()
      expect(error.mock.calls[0]![0]).toMatchObject({ err: { message: 'no mail today' } })
    } finally {
      error.mockRestore()
    }
    expect(next).toHaveBeenCalledOnce()
    expect(await exists(name)).toBe(true)
  })

  it('refuses when the transaction was ended', async () => {
    const effect = vi.fn()
    const work = withTransaction(req, async () => {
      await req.payload.db.rollbackTransaction(String(await req.transactionID))
      await afterCommit(req, effect)
    })
    await expect(work).rejects.toThrow(TransactionGoneError)
    expect(effect).not.toHaveBeenCalled()
  })

  it('holds for the transactions that Payload makes of a request', async () => {
    const { hooks } = req.payload.collections['obat-categories'].config
    const seen: boolean[] = []
    hooks.afterChange.push(async ({ req: own }) => {
      await afterCommit(own, async () => {
        seen.push(await exists(name))
      })
    })
    try {
      const admin = await person('admin')
      expect((await rest('POST', '/obat-categories', admin, { name })).status).toBe(201)
    } finally {
      hooks.afterChange.pop()
    }
    expect(seen).toEqual([true])
  })
})
