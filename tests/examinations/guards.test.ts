import pg from 'pg'
import { describe, expect, it } from 'vitest'

import { person, rows } from '../support/apotek'
import { untilBlocked } from '../support/locks'
import { bill, stateOf } from './support'

/** Statements of one transaction, past every hook. */
const sql = async (...statements: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    await client.query('BEGIN')
    for (const statement of statements) await client.query(statement)
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

/** An integrity constraint of Postgres. */
const REFUSED = { code: expect.stringMatching(/^23/) as string }

const told = (id: string) => `SELECT set_config('sehat.bill', '${id}', true)`
const payment = (id: string) =>
  `UPDATE pemeriksaan SET dibayar = true, paid_at = now() WHERE id = '${id}'`
const paid = async () => {
  const made = await bill()
  await sql(told(made.id), payment(made.id))
  return made
}

describe('the database, whatever writes to it', () => {
  it('numbers bills itself, rising, and keeps the numbers', async () => {
    const first = await bill()
    const second = await bill()
    expect(second.number).toBeGreaterThan(first.number)
    await sql(`UPDATE pemeriksaan SET number = 4711 WHERE id = '${first.id}'`)
    const [row] = await rows('SELECT number::int FROM pemeriksaan WHERE id = $1', first.id)
    expect(row).toEqual({ number: first.number })
  })

  it('lets nobody be paid by a stale form: only who has said so, for that bill', async () => {
    const { id } = await bill()
    const other = await bill()
    await sql(payment(id))
    await sql(told(other.id), payment(id))
    expect(await stateOf(id)).toMatchObject({ dibayar: false, paid: false })
    await sql(told(id), payment(id))
    expect(await stateOf(id)).toMatchObject({ dibayar: true, paid: true })
    // A form of before is saved.
    const cashier = await person('cashier')
    await sql(`UPDATE pemeriksaan SET dibayar = false, paid_at = NULL, paid_by_id = ${cashier.id},
      payment_method = 'cash', cash_received = 1000000000, transaction = NULL, refunded_at = now(),
      refunded_by_id = ${cashier.id}, refund_reason = 'x', notes = 'baru' WHERE id = '${id}'`)
    expect(await stateOf(id)).toMatchObject({
      ...{ dibayar: true, paid: true, by: null, method: null, refunded: false },
    })
    const [row] = await rows('SELECT notes FROM pemeriksaan WHERE id = $1', id)
    expect(row).toEqual({ notes: 'baru' })
  })

  it('has no bill that is paid when it is made', async () => {
    const { id } = await bill()
    const copied = await rows<{ id: string }>(
      `INSERT INTO pemeriksaan (id, number, patient_id, doctor_id, date, total, dibayar, paid_at)
       SELECT gen_random_uuid()::text, 1, patient_id, doctor_id, date, 0, true, now()
         FROM pemeriksaan WHERE id = $1 RETURNING id`,
      id,
    )
    expect(await stateOf(copied[0]!.id)).toMatchObject({ dibayar: false, paid: false })
  })

  it.each([
    ['a total below 0', (id: string) => `UPDATE pemeriksaan SET total = -1 WHERE id = '${id}'`],
    ['a broken total', (id: string) => `UPDATE pemeriksaan SET total = 0.5 WHERE id = '${id}'`],
    [
      'a price below 0',
      (id: string) => `UPDATE pemeriksaan_items SET price = -1 WHERE _parent_id = '${id}'`,
    ],
    [
      'a quantity of 0',
      (id: string) => `UPDATE pemeriksaan_items SET quantity = 0 WHERE _parent_id = '${id}'`,
    ],
    [
      'lines that are not the total',
      (id: string) => `UPDATE pemeriksaan_items SET price = price + 1 WHERE _parent_id = '${id}'`,
    ],
    [
      'a total that is not the lines',
      (id: string) => `UPDATE pemeriksaan SET total = total + 1 WHERE id = '${id}'`,
    ],
    ['no patient', (id: string) => `UPDATE pemeriksaan SET patient_id = NULL WHERE id = '${id}'`],
    ['no doctor', (id: string) => `UPDATE pemeriksaan SET doctor_id = NULL WHERE id = '${id}'`],
  ])('refuses %s', async (_name, statement) => {
    const { id } = await bill()
    await expect(sql(statement(id))).rejects.toMatchObject(REFUSED)
  })

  it.each([
    ['dibayar without a time', `dibayar = true`],
    ['a time without dibayar', `paid_at = now()`],
    ['paid, and given back', `dibayar = true, paid_at = now(), refunded_at = now()`],
    ['too little cash', `dibayar = true, paid_at = now(), cash_received = total - 1`],
    ['a transaction that is none', `dibayar = true, paid_at = now(), transaction = 'x'`],
  ])('refuses %s', async (_name, set) => {
    const { id } = await bill()
    const statement = `UPDATE pemeriksaan SET ${set} WHERE id = '${id}'`
    await expect(sql(told(id), statement)).rejects.toMatchObject(REFUSED)
  })

  it('keeps total, patient and lines of what is paid, but lets lines be written as they were', async () => {
    const { id } = await paid()
    const other = await person('patient')
    for (const statement of [
      `UPDATE pemeriksaan SET total = total + 1 WHERE id = '${id}'`,
      `UPDATE pemeriksaan SET patient_id = ${other.id} WHERE id = '${id}'`,
      `UPDATE pemeriksaan_items SET name = 'lain' WHERE _parent_id = '${id}'`,
      `UPDATE pemeriksaan_items SET price = price * quantity, quantity = 1 WHERE _parent_id = '${id}'`,
      `DELETE FROM pemeriksaan_items WHERE _parent_id = '${id}' AND _order = 1`,
    ]) {
      await expect(sql(told(id), statement), statement).rejects.toMatchObject({ code: '23514' })
    }
    await sql(
      `CREATE TEMP TABLE kept AS SELECT * FROM pemeriksaan_items WHERE _parent_id = '${id}'`,
      `DELETE FROM pemeriksaan_items WHERE _parent_id = '${id}'`,
      `INSERT INTO pemeriksaan_items SELECT * FROM kept`,
    )
    // Once its money went back it is a bill like any other.
    await sql(
      told(id),
      `UPDATE pemeriksaan SET dibayar = false, paid_at = NULL WHERE id = '${id}'`,
      `UPDATE pemeriksaan_items SET name = 'lain' WHERE _parent_id = '${id}'`,
    )
  })

  it('lets no line change while the bill is being paid', async () => {
    const { id } = await bill()
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    try {
      await client.query('BEGIN')
      await client.query(told(id))
      await client.query(payment(id))
      const changing = sql(`UPDATE pemeriksaan_items SET name = 'lain' WHERE _parent_id = '${id}'`)
      const outcome = Promise.allSettled([changing])
      await untilBlocked()
      await client.query('COMMIT')
      expect(await outcome).toMatchObject([{ status: 'rejected', reason: { code: '23514' } }])
    } finally {
      await client.end()
    }
  })

  it('keeps what has a history, and those whom a bill names', async () => {
    const { id, patient, doctor } = await paid()
    const refused = REFUSED
    await expect(sql(`DELETE FROM pemeriksaan WHERE id = '${id}'`)).rejects.toMatchObject(refused)
    await expect(sql(`DELETE FROM users WHERE id = ${patient.id}`)).rejects.toMatchObject(refused)
    await expect(sql(`DELETE FROM doctors WHERE user_id = ${doctor.id}`)).rejects.toMatchObject(
      refused,
    )
    const free = await bill()
    await sql(`DELETE FROM pemeriksaan WHERE id = '${free.id}'`)
  })
})
