import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { migrations as ownMigrations } from '../../../migrations'
import { createBackup, restoreBackup } from '.'
import {
  MIGRATIONS,
  cleanUp,
  makeDatabase,
  makeFilledDatabase,
  makeFolder,
  migrate,
  readFiles,
  run,
  snapshot,
  writeFiles,
} from './testing'

afterEach(cleanUp)

const log = (): void => undefined
const UPLOADS = { 'media/a.txt': 'one', 'media/deep/é b.bin': '\u0000\u00ff', 'proofs/p.jpg': 'x' }

const backUp = async (url: string, mediaDir: string): Promise<string> => {
  const file = join(makeFolder(), 'sehat.tar.gz')
  await createBackup({ url, mediaDir, file, appVersion: '1.2.3', log })
  return file
}

/** Gives the first parent one new child after the other; returns how many children there are then. */
const writeUntil = async (signal: AbortSignal, url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  let last = 1
  while (!signal.aborted) {
    const { rows } = await client.query<{ id: number }>(
      `WITH child AS (INSERT INTO children (parent_id) VALUES (1) RETURNING id)
       UPDATE parents SET child_id = child.id FROM child WHERE parents.id = 1 RETURNING child.id`,
    )
    last = rows[0]?.id ?? last
  }
  await client.end()
  return last
}

test('everything comes back into an empty database', async () => {
  const source = await makeFilledDatabase()
  const mediaDir = makeFolder()
  writeFiles(mediaDir, { ...UPLOADS, '.gitkeep': '' })
  const file = await backUp(source, mediaDir)
  const target = await makeDatabase()
  const otherMedia = makeFolder()
  writeFiles(otherMedia, { '.gitkeep': 'of its own' })

  const manifest = await restoreBackup({
    ...{ url: target, mediaDir: otherMedia, file, migrations: MIGRATIONS, log },
    replace: false,
  })

  expect(await snapshot(target)).toEqual(await snapshot(source))
  const uploads = await readFiles(otherMedia)
  expect(uploads).toEqual({ ...(await readFiles(mediaDir)), '.gitkeep': 'of its own' })
  expect(Object.keys(uploads)).toHaveLength(4)
  expect(manifest).toMatchObject({ appVersion: '1.2.3', migrations: ['1_tables', '2_guards'] })
  expect(manifest.tables.map(({ name, rows }) => [name, rows])).toEqual([
    ['Odd name', 3],
    ['children', 1],
    ['middle', 0],
    ['parents', 2],
    ['payload_migrations', 2],
    ['settings', 1],
  ])
})

test('afterwards the guards and the numbers go on where they were', async () => {
  const file = await backUp(await makeFilledDatabase(), makeFolder())
  const url = await makeDatabase()
  const mediaDir = makeFolder()
  await restoreBackup({ url, mediaDir, file, migrations: MIGRATIONS, replace: false, log })

  expect(await run(url, `SELECT nextval('invoice_numbers')::int AS n`)).toEqual([{ n: 1002 }])
  expect(await run(url, 'INSERT INTO parents DEFAULT VALUES RETURNING id')).toEqual([{ id: 3 }])
  expect(
    await run(url, `INSERT INTO "Odd name" (amount) VALUES (9) RETURNING id, amount, doubled`),
  ).toEqual([{ id: 4, amount: '0', doubled: '0' }])
  await expect(run(url, 'DELETE FROM children')).rejects.toThrow('never')
  await expect(run(url, 'INSERT INTO children (parent_id) VALUES (77)')).rejects.toMatchObject({
    code: '23503',
  })
})

test('a database with data, and its uploads, are replaced wholly', async () => {
  const source = await makeFilledDatabase()
  const mediaDir = makeFolder()
  writeFiles(mediaDir, UPLOADS)
  const file = await backUp(source, mediaDir)
  const before = { database: await snapshot(source), uploads: await readFiles(mediaDir) }
  await run(
    source,
    `UPDATE "Odd name" SET amount = 7; DROP VIEW sums; INSERT INTO settings VALUES ('new', 'row');
     CREATE TABLE later (id int); CREATE TYPE later_type AS ENUM ('x');
     CREATE FUNCTION later_function(n int) RETURNS int LANGUAGE sql AS 'SELECT n'`,
  )
  writeFiles(mediaDir, { 'media/a.txt': 'changed', 'later/file': 'new' })

  await restoreBackup({ url: source, mediaDir, file, migrations: MIGRATIONS, replace: true, log })

  expect(await snapshot(source)).toEqual(before.database)
  expect(await readFiles(mediaDir)).toEqual(before.uploads)
  expect(readdirSync(mediaDir).sort()).toEqual(['media', 'proofs'])
  expect(await run(source, `SELECT to_regtype('later_type') AS type`)).toEqual([{ type: null }])
})

/** A new database with what a backup of another one holds, by Sehat's own migrations. */
const restored = async (source: string): Promise<string> => {
  const file = await backUp(source, makeFolder())
  const url = await makeDatabase()
  const mediaDir = makeFolder()
  await restoreBackup({ url, mediaDir, file, migrations: ownMigrations, replace: false, log })
  return url
}

test('Sehat’s own tables come back, with the stock that its movements made', async () => {
  const source = await makeDatabase()
  await migrate(source, ownMigrations)
  await run(
    source,
    `INSERT INTO obat (name, price) VALUES ('Parasetamol', 500);
     INSERT INTO stock_movements (obat_id, kind, quantity) SELECT id, 'opening', 40 FROM obat;
     INSERT INTO stock_movements (obat_id, kind, quantity) SELECT id, 'adjustment', -3 FROM obat`,
  )
  const url = await restored(source)

  expect(await run(url, 'SELECT stock::int FROM obat')).toEqual([{ stock: 37 }])
  expect(await snapshot(url)).toEqual(await snapshot(source))
})

test('closed shifts, and money that went back, come back with their guards', async () => {
  const source = await makeDatabase()
  await migrate(source, ownMigrations)
  const entry = (kind: string, amount: number) =>
    `INSERT INTO cash_entries (kind, method, amount, shift_id, taken_by_id, item_type, item_id, item_title, reason)
     SELECT '${kind}', 'cash', ${amount}, id, cashier_id, 'order', '7', 'Order #7', 'salah obat' FROM shifts;`
  await run(
    source,
    `INSERT INTO users (name, email, role) VALUES ('Sari', 'sari@example.test', 'cashier');
     INSERT INTO shifts (cashier_id, opened_at, opening_float) SELECT id, now(), 100000 FROM users;
     ${entry('payment', 5000)} ${entry('refund', -5000)}
     UPDATE shifts SET closed_at = now(), cash_taken = 5000, cash_returned = 5000, cash_paid_in = 0,
       cash_paid_out = 0, cash_expected = 100000, cash_counted = 99000, cash_difference = -1000,
       qris_expected = 0, transfer_expected = 0`,
  )
  const url = await restored(source)

  expect(await snapshot(url)).toEqual(await snapshot(source))
  await expect(run(url, 'UPDATE shifts SET cash_counted = 100000')).rejects.toThrow('cannot change')
  await expect(run(url, 'DELETE FROM cash_entries')).rejects.toThrow('append-only')
  await expect(run(url, entry('payment', 1))).rejects.toThrow('is not open')
  await expect(run(url, 'DELETE FROM users')).rejects.toMatchObject({ code: '23503' })
})

test('payments, their life and the uses of coupons come back with their guards', async () => {
  const source = await makeDatabase()
  await migrate(source, ownMigrations)
  await run(
    source,
    `INSERT INTO users (name, email, role) VALUES ('Ani', 'ani@example.test', 'patient');
     INSERT INTO coupons (id, code, discount_type, discount_value, per_user_limit, used_count, max_uses,
                          valid_from, valid_until, is_active)
       VALUES ('c', 'SATU', 'FIXED', 1000, 1, 0, 1, '2026-01-01', '2027-01-01', true);
     INSERT INTO transactions (id, invoice_number, type, item_id, item_title, user_id, original_amount,
                               discount, amount, refunded_amount, refund_due_amount)
       SELECT 't', 'INV-CRS-2026-0007', 'course', 'x', 'Kursus', id, 5000, 1000, 4000, 0, 0 FROM users;
     INSERT INTO invoice_counters VALUES ('CRS', 2026, 7);
     INSERT INTO coupon_uses (coupon_id, user_id, ordinal, transaction_id) SELECT 'c', id, 1, 't' FROM users;
     INSERT INTO payment_attempts (gateway_order_id, transaction_id, number, kind, amount, state)
       VALUES ('INV-CRS-2026-0007', 't', 1, 'charge', 4000, 'open');
     INSERT INTO transaction_events (transaction_id, kind) VALUES ('t', 'created'), ('t', 'notified');
     INSERT INTO payment_notifications (gateway_order_id, transaction_id, raw_body, verdict, fingerprint)
       VALUES ('INV-CRS-2026-0007', 't', '{}', 'valid', 'f');
     UPDATE transactions SET status = 'SUCCESS', paid_at = now();
     UPDATE payment_attempts SET state = 'paid', paid_amount = 4000;
     INSERT INTO refunds (transaction_id, gateway_order_id, amount, kind, status, reason, refund_key)
       VALUES ('t', 'INV-CRS-2026-0007', 1000, 'gateway', 'SUCCESS', 'x', 'r1')`,
  )
  const url = await restored(source)

  expect(await run(url, 'SELECT used_count::int AS used FROM coupons')).toEqual([{ used: 1 }])
  expect(await snapshot(url)).toEqual(await snapshot(source))
  const event = `INSERT INTO transaction_events (transaction_id, kind) VALUES ('t', 'paid') RETURNING id::int`
  expect(await run(url, event)).toEqual([{ id: 3 }])
  for (const table of ['transactions', 'payment_attempts', 'payment_notifications', 'refunds']) {
    await expect(run(url, `DELETE FROM ${table}`)).rejects.toThrow('append-only')
  }
  await expect(run(url, 'UPDATE transactions SET amount = 1')).rejects.toThrow('cannot change')
  await expect(run(url, `UPDATE transaction_events SET kind = 'x'`)).rejects.toThrow('append-only')
  const again = `INSERT INTO coupon_uses SELECT 'c', id, 2, 't' FROM users`
  await expect(run(url, again)).rejects.toMatchObject({ code: '23514' })
})

test('an archive is private, and nothing else is left beside it', async () => {
  const file = await backUp(await makeFilledDatabase(), makeFolder())

  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(file, '..'))).toEqual(['sehat.tar.gz'])
})

test('an archive is never written over', async () => {
  const url = await makeFilledDatabase()
  const mediaDir = makeFolder()
  const file = await backUp(url, mediaDir)

  const again = createBackup({ url, mediaDir, file, appVersion: '1', log })
  await expect(again).rejects.toThrow('exists already')
})

test('a backup that fails leaves no archive', async () => {
  const url = await makeFilledDatabase()
  const folder = makeFolder()
  const file = join(folder, 'sehat.tar.gz')
  const failing = createBackup({
    ...{ url, mediaDir: makeFolder(), file, appVersion: '1' },
    log: (line) => {
      if (line.startsWith('Reading')) throw new Error('interrupted')
    },
  })

  await expect(failing).rejects.toThrow('interrupted')
  expect(existsSync(file)).toBe(false)
  expect(readdirSync(folder)).toEqual([])
})

test('all tables are of one moment, while others go on writing', async () => {
  const url = await makeFilledDatabase()
  // Tables are read in the order of their names, and reading this one takes a while.
  await run(url, 'INSERT INTO middle SELECT generate_series(1, 500000)')
  const mediaDir = makeFolder()
  const isDone = new AbortController()
  const writing = writeUntil(isDone.signal, url)
  const file = await backUp(url, mediaDir)
  isDone.abort()
  const written = await writing
  const target = await makeDatabase()

  // A parent that names a child which was read too early would be refused by the foreign key.
  await restoreBackup({ url: target, mediaDir, file, migrations: MIGRATIONS, replace: false, log })
  const [children] = await run<{ n: number }>(target, 'SELECT count(*)::int AS n FROM children')
  expect(children?.n).toBeLessThanOrEqual(written)
})
