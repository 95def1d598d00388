import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { rebuildSchema } from '@/database/backup/schema'

import { migrations } from '../../migrations'
import { createDatabase } from '../support/database'

const FIRST = migrations.findIndex(({ name }) => name.endsWith('_cash_desk'))

describe('orders that were paid before there were cash entries', () => {
  let client: pg.Client

  beforeAll(async () => {
    client = new pg.Client({ connectionString: await createDatabase(`history_${process.pid}`) })
    await client.connect()
    await rebuildSchema(client, migrations.slice(0, FIRST))
  })
  afterAll(() => client.end())

  it('have entries without a shift afterwards, and can be refunded', async () => {
    await client.query(`
      INSERT INTO users (id, name, email, role) VALUES (1, 'Kasir', 'kasir@example.test', 'cashier');
      INSERT INTO orders (id, status, payment_status, payment_method, total_price, paid_at, paid_by_id,
                          refunded_at, refunded_by_id, cancel_reason) VALUES
        (1, 'completed', 'paid', 'qris', 5000, '2026-01-01', 1, NULL, NULL, NULL),
        (2, 'cancelled', 'paid', 'cod', 7000, '2026-01-02', 1, '2026-01-03', 1, 'salah obat'),
        (3, 'pending', 'pending', 'cash', 9000, NULL, NULL, NULL, NULL, NULL),
        (4, 'completed', 'paid', NULL, 0, '2026-01-01', 1, NULL, NULL, NULL),
        (5, 'pending', 'paid', NULL, 100, '2026-01-04', 1, NULL, NULL, NULL)`)
    const args = { db: drizzle(client), payload: null, req: null } as never
    for (const { up } of migrations.slice(FIRST)) await up(args)

    const { rows } = await client.query(
      `SELECT kind, method, amount::int, item_id, item_title, reason, taken_by_id, shift_id,
              created_at::date::text AS day
         FROM cash_entries ORDER BY id`,
    )
    const known = { taken_by_id: 1, shift_id: null, reason: null, kind: 'payment' }
    const of = (id: number) => ({ item_id: String(id), item_title: `Order #${id}` })
    expect(rows).toEqual([
      { ...known, ...of(1), method: 'qris', amount: 5000, day: '2026-01-01' },
      { ...known, ...of(2), method: 'cash', amount: 7000, day: '2026-01-02' },
      {
        ...known,
        ...of(2),
        kind: 'refund',
        method: 'cash',
        amount: -7000,
        reason: 'salah obat',
        day: '2026-01-03',
      },
      { ...known, ...of(5), method: 'cash', amount: 100, day: '2026-01-04' },
    ])

    await client.query(`
      INSERT INTO shifts (id, cashier_id, opened_at, opening_float) VALUES (1, 1, now(), 0);
      INSERT INTO cash_entries (kind, method, amount, shift_id, taken_by_id, item_type, item_id,
                                item_title, reason)
        VALUES ('refund', 'cash', -100, 1, 1, 'order', '5', 'Order #5', 'x')`)
  })

  it('are as they were when it is taken back', async () => {
    const args = { db: drizzle(client), payload: null, req: null } as never
    for (const { down } of migrations.slice(FIRST).reverse()) await down(args)
    const { rows } = await client.query('SELECT count(*)::int AS n FROM orders')
    expect(rows).toEqual([{ n: 5 }])
    for (const { up } of migrations.slice(FIRST)) await up(args)
  })
})
