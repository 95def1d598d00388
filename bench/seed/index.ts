import { createHash, pbkdf2Sync, randomBytes, randomUUID } from 'node:crypto'

import { jwtSign } from 'payload'
import type pg from 'pg'

import { toEditorState } from '../../src/plugins/pharmacy/csv/description'
import * as statements from './sql'
import { CATEGORIES, person, product } from './words'

const WEEK_IN_SECONDS = 7 * 24 * 60 * 60
/** Lines are made in batches: one array of 200,000 JSON objects is slow in every way. */
const BATCH = 5_000

export const PASSWORD = 'bench-password-2026'

export type Patient = { id: number; email: string; token: string }

/** What the scenarios need to know of the database. */
export type World = {
  patients: Patient[]
  /** All that a patient sees. */
  obat: number[]
  /** What a patient may order without a prescription. */
  orderable: number[]
}

type Size = { obat: number; users: number; ordersPerUser: number }

/** As Payload derives it (generatePasswordSaltHash). One hash serves all: its cost is paid once. */
const hashPassword = () => {
  const salt = randomBytes(32).toString('hex')
  const hash = pbkdf2Sync(PASSWORD, salt, 600_000, 32, 'sha256').toString('hex')
  return { salt, hash: `pbkdf2-sha256-v1:${hash}` }
}

/** Payload signs with a digest of PAYLOAD_SECRET. */
export const signingKey = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex').slice(0, 32)

const insertInBatches = async (
  db: pg.Client,
  statement: string,
  count: number,
  make: (index: number) => object,
): Promise<void> => {
  for (let start = 0; start < count; start += BATCH) {
    const length = Math.min(BATCH, count - start)
    const rows = Array.from({ length }, (_, offset) => make(start + offset))
    await db.query(statement, [JSON.stringify(rows)])
  }
}

const makeObat = (index: number) => {
  const { description, ...rest } = product(index)
  return { ...rest, index, description: toEditorState(description) }
}

const signIn = async (db: pg.Client, secret: string): Promise<Patient[]> => {
  const key = signingKey(secret)
  const { rows } = await db.query<{ id: number; email: string }>(statements.patients)
  const patients = await Promise.all(
    rows.map(async ({ id, email }) => {
      const sid = randomUUID()
      const fieldsToSign = { id, collection: 'users', email, role: 'patient', sid }
      const { token } = await jwtSign({
        fieldsToSign,
        secret: key,
        tokenExpiration: WEEK_IN_SECONDS,
      })
      return { id, email, sid, token }
    }),
  )
  await db.query(statements.sessions, [
    JSON.stringify(patients.map(({ id, sid }) => ({ id, sid }))),
  ])
  return patients.map(({ id, email, token }) => ({ id, email, token }))
}

const idsOf = async (db: pg.Client, statement: string): Promise<number[]> => {
  const { rows } = await db.query<{ id: number }>(statement)
  return rows.map(({ id }) => id)
}

/**
 * Fills a database that has the tables: obat with its opening stock, patients who are signed in, and
 * what they ordered. In bulk, but through the same ledger: triggers set the stock.
 * @param secret PAYLOAD_SECRET of the server that will read the tokens
 */
export const seed = async (db: pg.Client, size: Size, secret: string): Promise<World> => {
  await db.query('BEGIN')
  await db.query(statements.categories, [JSON.stringify(CATEGORIES)])
  await insertInBatches(db, statements.obat, size.obat, makeObat)
  await db.query(statements.opening)
  const { hash, salt } = hashPassword()
  await insertInBatches(db, statements.users(hash, salt), size.users, person)
  const patients = await signIn(db, secret)
  await db.query(statements.orders, [size.ordersPerUser])
  await db.query('ANALYZE obat, orders')
  await db.query(statements.lines)
  await db.query(statements.totals)
  await db.query(statements.sales)
  await db.query('COMMIT')
  await db.query('VACUUM ANALYZE')
  return {
    patients,
    obat: await idsOf(db, statements.visibleObat),
    orderable: await idsOf(db, statements.orderableObat),
  }
}
