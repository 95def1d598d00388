import { sql } from '@payloadcms/db-postgres'
import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import type { HonestAdapter } from './adapter'
import { TransactionGoneError } from './errors'

export { sql }

/**
 * Runs one raw statement in the transaction that `req` carries, or outside any where it carries none.
 * The one door to raw SQL: used by `sql.ts` files only.
 * @returns the rows, with the columns' names as the statement gives them
 * @throws {TransactionGoneError} when the transaction was ended: a statement must never run beside it
 */
export const query = async <Row extends Record<string, unknown>>(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  statement: SQL,
): Promise<Row[]> => {
  const adapter = req.payload.db as unknown as HonestAdapter
  // Null where Payload's data loader reads without a transaction.
  const id = (await req.transactionID) as number | string | null | undefined
  if (id === undefined || id === null)
    return (await adapter.drizzle.execute(statement)).rows as Row[]
  const session = (
    adapter.sessions as unknown as Record<string, { db: typeof adapter.drizzle } | undefined>
  )[String(id)]
  if (!session) throw new TransactionGoneError()
  return (await session.db.execute(statement)).rows as Row[]
}

type Prepared = { execute: () => Promise<{ rows: unknown[] }> }
type Drizzle = {
  dialect: { sqlToQuery: (statement: SQL) => unknown }
  session: {
    prepareQuery: (query: unknown, fields: undefined, name: string, isArray: false) => Prepared
  }
}

/**
 * The same outside any transaction, for the few statements that run all the time: Postgres keeps what it
 * has planned on each connection, which for a short statement is half of its time.
 * @param name of this statement alone: its text is the same whenever it runs
 */
export const queryPrepared = async <Row extends Record<string, unknown>>(
  { payload }: Pick<PayloadRequest, 'payload'>,
  name: string,
  statement: SQL,
): Promise<Row[]> => {
  const { dialect, session } = (payload.db as unknown as HonestAdapter)
    .drizzle as unknown as Drizzle
  const prepared = session.prepareQuery(dialect.sqlToQuery(statement), undefined, name, false)
  return (await prepared.execute()).rows as Row[]
}
