import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import pg from 'pg'

import { env } from '@/env'

import { attemptsOf, rowOf, statusOf } from '../payments/gateway'
import { inboxOf, noticeOf } from '../payments/notices'
import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'
import { testSimulator } from '../support/simulator'

const PRICE = 75_000
const NOTIFICATION = '/api/v1/payments/notification'

type Order = { id: string; invoice_number: string; amount: number }

let simulator: Awaited<ReturnType<typeof testSimulator>>
let buyer: Person
let courseId: string

/** A server of the worker's database that speaks to the worker's Midtrans. */
const start = async (): Promise<RunningServer> =>
  startServer({
    databaseUrl: env.databaseUrl ?? '',
    env: { MIDTRANS_BASE_URL: simulator.url, MIDTRANS_SERVER_KEY: env.midtrans.serverKey },
  })

const makeCourse = async (): Promise<string> => {
  const payload = await testPayload()
  const { id } = await payload.create({
    collection: 'courses',
    data: { id: '', title: 'Kursus', price: PRICE, _status: 'published' },
  })
  return id
}

const checkOut = async (who: Person, course: string): Promise<Order> => {
  const { status, body } = await api('POST', `/v1/courses/${course}/checkout`, {
    token: who.token,
    body: { payment_method: 'BANK_TRANSFER' },
  })
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  return (body as { data: { order: Order } }).data.order
}

const paidThere = async (): Promise<Order> => {
  const order = await checkOut(buyer, courseId)
  simulator.change(order.invoice_number, { transaction_status: 'settlement', notify: 0 })
  return order
}

const send = async ({ url }: RunningServer, body: unknown): Promise<number> => {
  const response = await fetch(`${url}${NOTIFICATION}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  await response.text()
  return response.status
}

const enrollmentsOf = async (order: Order): Promise<{ status: string }[]> =>
  rows('SELECT status::text FROM enrollments WHERE transaction_id = $1', order.id)

const noticesTo = async ({ id }: Order): Promise<number> => {
  const told = await rows(
    `SELECT 1 FROM notifications WHERE kind = 'payment-success' AND data->>'transaction' = $1`,
    id,
  )
  return told.length
}

const settledEvents = async ({ id }: Order): Promise<number> =>
  (
    await rows(
      `SELECT 1 FROM transaction_events WHERE transaction_id = $1 AND kind = 'settled'`,
      id,
    )
  ).length

/** Each thing that follows a payment, once. */
const expectOnce = async (order: Order): Promise<void> => {
  expect(await rowOf(order.id)).toMatchObject({ status: 'SUCCESS', due: 0, is_paid: true })
  expect(await enrollmentsOf(order)).toEqual([{ status: 'ACTIVE' }])
  expect(await settledEvents(order)).toBe(1)
  expect(await noticesTo(order)).toBe(1)
  expect(await inboxOf(order.invoice_number)).toMatchObject([{ verdict: 'valid', is_done: true }])
}

beforeAll(async () => {
  simulator = await testSimulator()
  await testPayload()
})
afterEach(() => {
  simulator.clearFaults()
})

describe('the same notice fifty times, over two processes', () => {
  let pair: RunningServer[]

  beforeAll(async () => {
    buyer = await person('patient')
    courseId = await makeCourse()
    pair = await Promise.all([start(), start()])
  })
  afterAll(async () => {
    await Promise.all(pair.map(async (server) => server.stop('SIGKILL')))
  })

  it('is one settlement, one enrollment, one entry of the inbox', async () => {
    const order = await paidThere()
    const notice = noticeOf(order.invoice_number, PRICE)
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, turn) => send(pair[turn % 2]!, notice)),
    )
    expect(new Set(answers)).toEqual(new Set([200]))
    await expect.poll(async () => statusOf(order.id), { timeout: 60_000 }).toBe('SUCCESS')
    await expectOnce(order)
  })

  it('and fifty different ones, too', async () => {
    buyer = await person('patient')
    const order = await paidThere()
    const answers = await Promise.all(
      Array.from({ length: 50 }, async (_, turn) =>
        send(pair[turn % 2]!, { ...noticeOf(order.invoice_number, PRICE), turn }),
      ),
    )
    expect(new Set(answers)).toEqual(new Set([200]))
    await expect.poll(async () => statusOf(order.id), { timeout: 60_000 }).toBe('SUCCESS')
    expect(await enrollmentsOf(order)).toEqual([{ status: 'ACTIVE' }])
    expect(await settledEvents(order)).toBe(1)
    expect(await noticesTo(order)).toBe(1)
    const all = async () => (await inboxOf(order.invoice_number)).filter((one) => one.is_done)
    await expect.poll(async () => (await all()).length, { timeout: 60_000 }).toBe(50)
  })
})

const PATIENCE_MS = 30_000

const connect = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: env.databaseUrl ?? '' })
  await client.connect()
  await client.query('BEGIN')
  return client
}

/** Waits until a statement of that form waits for a lock. @throws {Error} when none does */
const untilStanding = async (statement: string): Promise<void> => {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const standing = await rows(
      `SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query ~* $1`,
      statement,
    )
    if (standing.length > 0) return
  }
  throw new Error(`Nobody stands at ${statement}.`)
}

/** Readers pass; whoever writes to the table stands still. */
const holdTable = async (table: string): Promise<pg.Client> => {
  const client = await connect()
  await client.query(`LOCK TABLE ${table} IN SHARE MODE`)
  return client
}

/** Where a settlement stands still: the table that it writes to next, and with which statement. */
const STEPS = [
  ['before the notice is in the inbox', 'payment_notifications', '^INSERT INTO payment_notif'],
  ['after it', 'transaction_events', '^INSERT INTO transaction_events'],
  [
    'before the attempt is paid',
    'payment_attempts',
    String.raw`^UPDATE payment_attempts SET\s+state`,
  ],
  ['before it is given', 'enrollments', '^insert into "enrollments"'],
  ['when it is given, before the transaction says so', 'transactions', '^update "transactions"'],
  ['before anybody is told', 'notifications', '^WITH told AS'],
] as const

describe('a server that is killed in the middle of a settlement', () => {
  let order: Order
  let notice: Record<string, unknown>
  let server: RunningServer | null = null

  beforeEach(async () => {
    buyer = await person('patient')
    courseId = await makeCourse()
    order = await paidThere()
    notice = noticeOf(order.invoice_number, PRICE)
    server ??= await start()
  })
  afterAll(async () => {
    await server?.stop('SIGKILL')
  })

  /** Sends the notice, and kills the server when it stands still; then lets go of what was held. */
  const killAt = async (held: pg.Client[], reach: () => Promise<void>): Promise<void> => {
    const doomed = server!
    server = null
    const answer = send(doomed, notice).catch(() => null)
    try {
      await reach()
    } finally {
      await doomed.stop('SIGKILL')
      await Promise.all(held.map(async (client) => client.end()))
    }
    expect(await answer).toBe(null)
  }

  /** Nothing of it is there; then another server is started, and it happens once. */
  const expectWhole = async (): Promise<void> => {
    expect(await statusOf(order.id)).toBe('PENDING')
    expect(await enrollmentsOf(order)).toEqual([])
    server = await start()
    // Midtrans tries again when it gets no answer.
    expect(await send(server, notice)).toBe(200)
    await expect.poll(async () => statusOf(order.id), { timeout: 60_000 }).toBe('SUCCESS')
    const isDone = async () => (await inboxOf(order.invoice_number))[0]?.is_done
    await expect.poll(isDone, { timeout: 60_000 }).toBe(true)
    await expectOnce(order)
  }

  it.each(STEPS)('%s', async (_name, table, statement) => {
    const held = await holdTable(table)
    await killAt([held], async () => untilStanding(statement))
    await expectWhole()
  })

  it('when all is done but for the word of it in the inbox', async () => {
    const held = await holdTable('transactions')
    const entry = await connect()
    await killAt([held, entry], async () => {
      await untilStanding('^update "transactions"')
      await entry.query(
        'SELECT 1 FROM payment_notifications WHERE gateway_order_id = $1 FOR UPDATE',
        [order.invoice_number],
      )
      await held.query('ROLLBACK')
      await untilStanding(String.raw`^UPDATE payment_notifications\s+SET processed_at`)
    })
    await expectWhole()
  })
})

describe('a server that is killed while it asks for a charge', () => {
  it('leaves nothing that stays held, and no second charge', async () => {
    buyer = await person('patient')
    courseId = await makeCourse()
    const server = await start()
    simulator.fault({ route: 'charge', kind: 'slow', times: 1, delay_ms: 30_000 })
    const lost = fetch(`${server.url}/api/v1/courses/${courseId}/checkout`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${buyer.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ payment_method: 'BANK_TRANSFER' }),
    }).catch(() => null)
    const created = async () =>
      rows<{ id: string }>(
        `SELECT t.id FROM transactions t JOIN payment_attempts a ON a.transaction_id = t.id
          WHERE t.item_id = $1 AND a.state = 'creating'`,
        courseId,
      )
    await expect.poll(async () => (await created()).length, { timeout: 60_000 }).toBe(1)
    await server.stop('SIGKILL')
    await lost
    const [{ id } = { id: '' }] = await created()
    // Its lease ends with time; the test does not wait a minute for that.
    await rows(
      `UPDATE payment_attempts SET leased_until = now() - interval '1 second', ask_after = now()
        WHERE transaction_id = $1`,
      id,
    )
    const again = await checkOut(buyer, courseId)
    expect(again.id).toBe(id)
    const attempts = await attemptsOf(id)
    expect(attempts.map(({ state }) => state)).toEqual(['closed', 'open'])
  })
})
