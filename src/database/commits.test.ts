import { setImmediate } from 'node:timers/promises'

import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'

import { makeObat } from '@/plugins/pharmacy/testing'

import { graphql } from '../../tests/support/api'
import { ordersOf, person, place, rows, stockOf } from '../../tests/support/apotek'
import { rest } from '../../tests/support/generated'
import { testPayload } from '../../tests/support/payload'
import type { Person } from '../../tests/support/people'
import type { HonestAdapter } from './adapter'
import { query, sql } from './sql'

const AT_COMMIT = {
  refuse: `RAISE EXCEPTION 'refused at commit' USING ERRCODE = 'check_violation'`,
  die: 'PERFORM pg_terminate_backend(pg_backend_pid())',
}

/** Lets something happen at the COMMIT of whoever inserts into a table. */
const atCommitOf = async (table: string, what: keyof typeof AT_COMMIT): Promise<void> => {
  await rows(`CREATE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN ${AT_COMMIT[what]}; RETURN NULL; END $$`)
  await rows(`CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON ${table}
              DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION at_commit()`)
}

const named = async (name: string): Promise<number> =>
  (await rows('SELECT 1 FROM obat WHERE name = $1', name)).length

describe('a commit that is none', () => {
  let admin: Person

  beforeAll(async () => {
    admin = await person('admin')
  })
  afterEach(async () => {
    await rows('DROP FUNCTION IF EXISTS at_commit CASCADE')
  })

  const create = async (name: string) => rest('POST', '/obat', admin, { name, price: 1 })

  it.each([
    ['refuse', 400],
    ['die', 503],
  ] as const)('over REST: %s at COMMIT is %d, and nothing exists', async (what, status) => {
    await atCommitOf('obat', what)
    const answer = await create(`Komit ${what}`)
    expect(answer.status).toBe(status)
    expect(answer.body.doc).toBeUndefined()
    expect(JSON.stringify(answer.body)).not.toContain('refused at commit')
    expect(await named(`Komit ${what}`)).toBe(0)
  })

  it.each(['refuse', 'die'] as const)('over GraphQL: %s at COMMIT is an error', async (what) => {
    await atCommitOf('obat', what)
    const mutation = `mutation { createObat(data: {name: "GraphQL ${what}", price: 1}) { id } }`
    const { body } = await graphql(mutation, { token: admin.token })
    expect(body).toMatchObject({ data: { createObat: null }, errors: [{}] })
    expect(await named(`GraphQL ${what}`)).toBe(0)
  })

  it.each([
    ['refuse', 400],
    ['die', 503],
  ] as const)(
    'over a contract: %s at COMMIT of an order is %d, and takes no stock',
    async (what, status) => {
      const obat = await makeObat(await testPayload(), { stock: 5 })
      const buyer = await person('patient')
      await atCommitOf('orders', what)
      const answer = await place(buyer, [{ obat_id: obat.id, quantity: 2 }])
      expect(answer.status).toBe(status)
      expect(answer.body.success).toBe(false)
      expect([await ordersOf(buyer), await stockOf(obat.id)]).toEqual([0, 5])
    },
  )

  it('over the Local API: is thrown at the caller', async () => {
    await atCommitOf('obat', 'refuse')
    const payload = await testPayload()
    const work = payload.create({ collection: 'obat', data: { name: 'Lokal', price: 1 } as never })
    await expect(work).rejects.toThrow('could not be committed')
    expect(await named('Lokal')).toBe(0)
  })

  it('leaves a pool that works: no connection is lost, none is handed on in a transaction', async () => {
    await atCommitOf('obat', 'die')
    for (let count = 0; count < 25; count += 1) await create('Mati')
    await rows('DROP FUNCTION at_commit CASCADE')
    const { db } = await testPayload()
    const { pool, open } = db as unknown as HonestAdapter
    expect(open.size).toBe(0)
    expect(pool.idleCount).toBe(pool.totalCount)
    const states = await Promise.all(
      Array.from({ length: pool.options.max }, () =>
        rows(`SELECT now() = statement_timestamp() AS fresh FROM pg_sleep(0.05)`),
      ),
    )
    expect(states.flat()).toEqual(Array(pool.options.max).fill({ fresh: true }))
    expect((await create('Hidup')).status).toBe(201)
  })
})

describe('a hook that swallows an error', () => {
  let admin: Person

  beforeAll(async () => {
    admin = await person('admin')
  })

  /** Creates an obat with a hook of this test's own. */
  const createWith = async (
    moment: 'beforeChange' | 'afterChange',
    hook: CollectionBeforeChangeHook & CollectionAfterChangeHook,
    name: string,
  ) => {
    const { hooks } = (await testPayload()).collections.obat.config
    hooks[moment].push(hook)
    try {
      return await rest('POST', '/obat', admin, { name, price: 1 })
    } finally {
      hooks[moment].pop()
    }
  }

  it.each(['beforeChange', 'afterChange'] as const)(
    'of a statement, %s: the answer is an error, and nothing exists',
    async (moment) => {
      const answer = await createWith(
        moment,
        async ({ req }) => {
          await query(req, sql`SELECT 1 / 0`).catch(() => undefined)
        },
        `Ditelan ${moment}`,
      )
      expect(answer.status).toBeGreaterThanOrEqual(500)
      expect(await named(`Ditelan ${moment}`)).toBe(0)
    },
  )

  it('of a nested operation: the answer is an error, and nothing exists', async () => {
    const answer = await createWith(
      'afterChange',
      async ({ req }) => {
        const data = { name: null } as never
        await req.payload
          .create({ collection: 'obat-categories', data, req })
          .catch(() => undefined)
      },
      'Ditelan dalam',
    )
    expect(answer.status).toBe(500)
    expect(await named('Ditelan dalam')).toBe(0)
  })

  it('whose connection died between two statements: the answer is an error', async () => {
    const answer = await createWith(
      'afterChange',
      async ({ req }) => {
        const [own] = await query<{ pid: number }>(req, sql`SELECT pg_backend_pid() AS pid`)
        await rows('SELECT pg_terminate_backend($1)', own!.pid)
        const alive = 'SELECT 1 FROM pg_stat_activity WHERE pid = $1'
        while ((await rows(alive, own!.pid)).length > 0);
        // Its last word is read while nobody asks it anything.
        await setImmediate()
      },
      'Putus',
    )
    expect(answer.status).toBe(503)
    expect(await named('Putus')).toBe(0)
    expect((await rest('GET', '/obat?limit=1', admin)).status).toBe(200)
  })
})
