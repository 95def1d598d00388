import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { migrations } from '../../migrations'
import { createDatabase } from '../../tests/support/database'
import { rebuildSchema } from './backup/schema'

const FIRST = migrations.findIndex(({ name }) => name.endsWith('_payments_and_courses'))

/** All that a migration can make, a line each. */
const SCHEMA = `
  SELECT format('column %s.%s %s%s', table_name, column_name, udt_name,
                CASE WHEN is_nullable = 'NO' THEN ' NOT NULL' ELSE '' END) AS line
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION SELECT format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION SELECT format('function %s %s', proname, md5(prosrc))
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION SELECT format('type %s %s', t.typname, e.enumlabel)
    FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
  ORDER BY line`

describe('the migrations of payments and courses', () => {
  let client: pg.Client
  const args = () => ({ db: drizzle(client), payload: null, req: null }) as never
  const added = migrations.slice(FIRST)

  const schema = async (): Promise<string[]> =>
    (await client.query<{ line: string }>(SCHEMA)).rows.map(({ line }) => line)
  const up = async (): Promise<void> => {
    for (const one of added) await one.up(args())
  }
  const down = async (): Promise<void> => {
    for (const one of added.toReversed()) await one.down(args())
  }

  beforeAll(async () => {
    client = new pg.Client({ connectionString: await createDatabase(`down_${process.pid}`) })
    await client.connect()
    await rebuildSchema(client, migrations.slice(0, FIRST))
  })
  afterAll(() => client.end())

  it('go, leave what was there as it was, and come again', async () => {
    await client.query(`
      INSERT INTO users (id, name, email, role) VALUES (1, 'Ani', 'ani@example.test', 'patient');
      INSERT INTO orders (id, user_id, status, total_price) VALUES (1, 1, 'pending', 5000)`)
    const before = await schema()
    await up()
    const after = await schema()
    expect(after).not.toEqual(before)
    await down()
    expect(await schema()).toEqual(before)
    await up()
    expect(await schema()).toEqual(after)
    const { rows } = await client.query('SELECT id, transaction_id FROM orders')
    expect(rows).toEqual([{ id: 1, transaction_id: null }])
  })
})
