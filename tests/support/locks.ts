import type { Payload } from 'payload'
import pg from 'pg'
import { vi } from 'vitest'

import { deferred } from '@/server/testing'

type Step = 'findOne' | 'updateOne' | 'beginTransaction'

/**
 * Stops whoever takes the next step of that name in the database adapter, so that something else can
 * happen in between; later steps are not held up.
 * @param when before the step, or when it has been taken and its caller has not heard of it yet
 */
export const pauseNext = (
  payload: Payload,
  step: Step,
  when: 'before' | 'after' = 'before',
): { reached: Promise<void>; resume: () => void } => {
  const reached = deferred()
  const resumed = deferred()
  const adapter = payload.db as unknown as Record<Step, (...args: unknown[]) => Promise<unknown>>
  const original = adapter[step].bind(payload.db)
  const spy = vi.spyOn(adapter, step).mockImplementationOnce(async (...args) => {
    spy.mockRestore()
    if (when === 'before') {
      reached.resolve()
      await resumed.promise
      return original(...args)
    }
    const result = await original(...args)
    reached.resolve()
    await resumed.promise
    return result
  })
  return { reached: reached.promise, resume: resumed.resolve }
}

const PATIENCE_MS = 30_000

/**
 * Waits until so many statements of a database (the worker's, if none is named) wait for a lock that
 * another one holds.
 * @throws {Error} when nothing of the kind happens
 */
export const untilBlocked = async (
  count = 1,
  connectionString = process.env.DATABASE_URL,
): Promise<void> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const deadline = Date.now() + PATIENCE_MS
    while (Date.now() < deadline) {
      const { rows } = await client.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      if ((rows[0]?.waiting ?? 0) >= count) return
    }
    throw new Error(`Nobody waits for a lock (expected: ${count}).`)
  } finally {
    await client.end()
  }
}

/** Holds a row while `work` sets out, until so many statements wait; then lets them go on. */
export const withRowLocked = async <T>(
  table: 'coupons' | 'doctors' | 'obat',
  id: number | string,
  waiting: number,
  work: () => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(`SELECT 1 FROM ${table} WHERE id = $1 FOR UPDATE`, [id])
    const result = work()
    await untilBlocked(waiting)
    await client.query('COMMIT')
    return await result
  } finally {
    await client.end()
  }
}

export const withObatLocked = async <T>(
  obat: number,
  waiting: number,
  work: () => Promise<T>,
): Promise<T> => withRowLocked('obat', obat, waiting, work)
