import pg from 'pg'
import { describe, expect, it } from 'vitest'

import { isRetryable, publicDatabaseError, sqlState, violatedConstraint } from './errors'

/** The error of a statement, on a connection of its own. */
const errorOf = async (...statements: string[]): Promise<unknown> => {
  const client = new pg.Client({ connectionString: process.env.TEST_POSTGRES_URL })
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
    throw new Error('nothing failed')
  } catch (error) {
    return error
  } finally {
    await client.end().catch(() => undefined)
  }
}

const wrapped = (error: unknown) =>
  new Error('Failed query', { cause: new Error('x', { cause: error }) })
const statusOf = (error: unknown) => publicDatabaseError(error)?.status ?? null

describe('what a client is told of a database error', () => {
  it.each([
    [
      'a broken check',
      400,
      ['CREATE TEMP TABLE t (a int CHECK (a > 0))', 'INSERT INTO t VALUES (0)'],
    ],
    ['a value out of range', 400, ['SELECT 99999999999::int']],
    ['a text that is no number', 400, [`SELECT 'x'::int`]],
    ['a duplicate', 409, ['CREATE TEMP TABLE t (a int UNIQUE)', 'INSERT INTO t VALUES (1), (1)']],
    [
      'a missing reference',
      409,
      [
        'CREATE TEMP TABLE t (a int UNIQUE)',
        'CREATE TEMP TABLE u (a int REFERENCES t (a))',
        'INSERT INTO u VALUES (1)',
      ],
    ],
    ['a statement that took too long', 503, ['SET statement_timeout = 1', 'SELECT pg_sleep(10)']],
    ['a backend that was ended', 503, ['SELECT pg_terminate_backend(pg_backend_pid())']],
    ['a defect of ours', null, ['SELECT no_such_column']],
  ])('%s: %s', async (_what, status, statements) => {
    const error = await errorOf(...statements)
    expect(statusOf(error)).toBe(status)
    expect(statusOf(wrapped(error))).toBe(status)
  })

  it('no free connection, and no database, are 503', async () => {
    const pool = new pg.Pool({
      connectionString: process.env.TEST_POSTGRES_URL,
      max: 1,
      connectionTimeoutMillis: 1500,
    })
    const client = await pool.connect()
    const none = await pool.connect().catch((error: unknown) => error)
    client.release()
    await pool.end()
    expect(statusOf(none)).toBe(503)

    const nowhere = new pg.Client({ host: '127.0.0.1', port: 1 })
    expect(statusOf(await nowhere.connect().catch((error: unknown) => error))).toBe(503)
  })

  it('any other error is none of the database', () => {
    expect(publicDatabaseError(new Error('x'))).toBeNull()
    expect(publicDatabaseError('x')).toBeNull()
    expect(publicDatabaseError(undefined)).toBeNull()
  })

  it('finds state and constraint behind wrappers, and stops in a ring of causes', async () => {
    const error = await errorOf(
      'CREATE TEMP TABLE t (a int CONSTRAINT positive CHECK (a > 0))',
      'INSERT INTO t VALUES (0)',
    )
    expect([sqlState(wrapped(error)), violatedConstraint(wrapped(error))]).toEqual([
      '23514',
      'positive',
    ])
    const ring = new Error('a')
    ring.cause = new Error('b', { cause: ring })
    expect([sqlState(ring), violatedConstraint(ring), isRetryable(ring)]).toEqual([
      null,
      null,
      false,
    ])
  })
})
