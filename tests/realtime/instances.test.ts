import { randomUUID } from 'node:crypto'

import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createDatabase } from '../support/database'
import type { Person } from '../support/people'
import { makePeople } from '../support/people'
import { startRedis } from '../support/redis'
import type { Client, Instance } from './instance'
import { startInstance } from './instance'

/** What carries events between two instances, and how it is lost. */
type Carrier = {
  env: Record<string, string>
  lose: () => Promise<void>
  bringBack: () => Promise<void>
  stop: () => Promise<void>
}

const redisCarrier = async (): Promise<Carrier> => {
  const redis = await startRedis()
  return {
    env: { REDIS_URL: redis.url },
    lose: redis.kill,
    bringBack: redis.restart,
    stop: redis.stop,
  }
}

const postgresCarrier = async (database: pg.Pool): Promise<Carrier> => ({
  env: { REDIS_URL: '' },
  lose: async () => {
    await database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'sehat sockets' AND datname = current_database()`,
    )
  },
  bringBack: () => Promise.resolve(),
  stop: () => Promise.resolve(),
})

const textsOf = ({ heard }: Client, event: string): unknown[] =>
  heard.filter((each) => each.event === event).map(({ data }) => data.text)

/** What was said on one instance is heard on the other: asked until it is, for links that come back. */
const areLinked = async (room: string, from: Client, to: Client): Promise<void> => {
  for (;;) {
    const text = randomUUID()
    await from.ask('shout', { room, text })
    const later = new Promise((resolve) => setTimeout(resolve, 200))
    await Promise.race([to.hears('shouted', { text }), later])
    if (textsOf(to, 'shouted').includes(text)) return
  }
}

describe.each(['Redis', 'Postgres'])('two instances that hear of each other over %s', (name) => {
  let database: pg.Pool
  let databaseUrl: string
  let carrier: Carrier
  let one: Instance
  let two: Instance
  let people: Person[]
  let room: string

  beforeAll(async () => {
    databaseUrl = await createDatabase(`instances_${name.toLowerCase()}_${process.pid}`)
    database = new pg.Pool({ connectionString: databaseUrl, max: 2 })
    carrier = await (name === 'Redis' ? redisCarrier() : postgresCarrier(database))
    one = await startInstance(databaseUrl, carrier.env)
    two = await startInstance(databaseUrl, carrier.env)
  })
  afterAll(async () => {
    await one.kill()
    await two.kill()
    await database.end()
    await carrier.stop()
  })
  beforeEach(async () => {
    const secret = process.env.PAYLOAD_SECRET ?? ''
    people = await makePeople({ database, secret }, 'patient', 2)
    room = randomUUID()
  })

  const connectAt = async (instance: Instance, who: Person | undefined): Promise<Client> => {
    const client = await instance.connect(who!.token)
    await client.ask('enter', { room })
    return client
  }
  it('what is shouted or told on one is heard on both: once, in order, not by who shouted', async () => {
    const [here, beside, there] = [
      await connectAt(one, people[0]),
      await connectAt(one, people[0]),
      await connectAt(two, people[1]),
    ]
    await areLinked(room, here, there)
    const texts = Array.from({ length: 200 }, (_none, index) => `text ${index}`)
    for (const text of texts) {
      await here.ask('shout', { room, text })
      await here.ask('tell', { room, text })
    }
    for (const client of [beside, there]) {
      await client.hears('shouted', { text: 'text 199' })
      await client.hears('told', { text: 'text 199' })
      expect(textsOf(client, 'shouted').slice(-200)).toEqual(texts)
      expect(textsOf(client, 'told')).toEqual(texts)
    }
    expect(textsOf(here, 'shouted')).toEqual([])
  })

  it('nothing is lost of very much that is told at once, of what is alike, or of what is long', async () => {
    const [here, there] = [await connectAt(one, people[0]), await connectAt(two, people[1])]
    await areLinked(room, here, there)
    const short = Array.from({ length: 100 }, (_none, index) => `text ${index}`)
    // The other is busy, and reads nothing until all of it was sent: it is sent before it is heard here.
    process.kill(two.pid, 'SIGSTOP')
    try {
      await here.ask('burst', { room, texts: short, times: 200 })
      await expect.poll(() => textsOf(here, 'told').length).toBe(200 * short.length)
    } finally {
      process.kill(two.pid, 'SIGCONT')
    }
    await here.ask('burst', { room, texts: ['alike'], times: 100 })
    // Around what one notice of Postgres' carries, whatever is wrapped around it.
    const [shortest, count] = [7_750, 300]
    const many = Array.from({ length: count }, () => 'x')
    await here.ask('burst', { room, texts: many, times: 1, length: shortest })
    const long = many.map((_text, index) => 'x'.repeat(shortest + index))
    const inOrder = [
      ...Array.from({ length: 200 }, () => short).flat(),
      ...Array.from({ length: 100 }, () => 'alike'),
    ]
    for (const client of [here, there]) {
      await expect
        .poll(() => textsOf(client, 'told').length)
        .toBeGreaterThanOrEqual(inOrder.length + count)
      const told = textsOf(client, 'told').map(String)
      expect(told.filter((text) => text.length < shortest)).toEqual(inOrder)
      // What is too long for a notice goes another way, and may come before or after.
      const isLong = (text: string) => text.length >= shortest
      expect(told.filter(isLong).sort()).toEqual(long)
    }
  })

  it('a notice reaches each instance once', async () => {
    const watchers = [await connectAt(one, people[0]), await connectAt(two, people[1])]
    await areLinked(room, watchers[0]!, watchers[1]!)
    for (const [index, { pid }] of [one, two].entries()) {
      await watchers[index]!.ask('enter', { room: `${room}:${pid}` })
    }
    for (const text of ['first', 'second']) await watchers[0]!.ask('notice', { room, text })
    for (const watcher of watchers) {
      await watcher.hears('noticed', { text: 'second' })
      expect(textsOf(watcher, 'noticed')).toEqual(['first', 'second'])
    }
  })

  it('who is there is seen on both', async () => {
    const here = await one.connect(people[0]!.token)
    const there = await two.connect(people[1]!.token)
    expect(await here.ask('enter', { room })).toEqual({ ok: true, isFirst: true })
    expect(await there.ask('enter', { room })).toEqual({ ok: true, isFirst: true })
    const same = await two.connect(people[0]!.token)
    expect(await same.ask('enter', { room })).toEqual({ ok: true, isFirst: false })
    const ids = people.map(({ id }) => id)
    expect(await there.ask('users', { room })).toEqual({ ok: true, users: ids })
    expect(await here.ask('online', { users: ids })).toMatchObject({ ok: true })
    expect(await here.ask('leave', { room })).toEqual({ ok: true, isLast: false })
    same.socket.disconnect()
    expect(await there.hears('left')).toMatchObject({ data: { user: ids[0] } })
    expect(await here.ask('users', { room })).toEqual({ ok: true, users: [ids[1]] })
  })

  it('a session that ends on one hangs up on the other, at once', async () => {
    const watcher = await connectAt(one, people[1])
    const there = await connectAt(two, people[0])
    await areLinked(room, watcher, there)
    expect(await one.post('/apotek/logout', people[0]!.token)).toBe(200)
    expect(await there.hungUp).toBe('io server disconnect')
    expect(watcher.socket.connected).toBe(true)
  })

  it('goes on alone while there is nothing between them, and together again afterwards', async () => {
    const here = await connectAt(one, people[0])
    const beside = await connectAt(one, people[1])
    const there = await connectAt(two, people[1])
    await areLinked(room, here, there)
    await carrier.lose()
    for (const event of ['shout', 'tell']) await here.ask(event, { room, text: 'alone' })
    await beside.hears('shouted', { text: 'alone' })
    await beside.hears('told', { text: 'alone' })
    await carrier.bringBack()
    await areLinked(room, here, there)
    await areLinked(room, there, here)
    expect(new Set(textsOf(there, 'shouted')).size).toBe(textsOf(there, 'shouted').length)
  })

  it('whoever was on an instance that is killed has left, and the other tells it', async () => {
    const third = await startInstance(databaseUrl, carrier.env)
    const watcher = await connectAt(one, people[0])
    const lost = await connectAt(third, people[1])
    expect(await watcher.ask('users', { room })).toMatchObject({
      users: people.map(({ id }) => id),
    })
    await third.kill()
    expect(await lost.hungUp).not.toBe('io client disconnect')
    expect(await watcher.hears('left')).toMatchObject({ data: { user: people[1]!.id } })
    expect(await watcher.ask('users', { room })).toMatchObject({ users: [people[0]!.id] })
    const online = await watcher.ask('online', { users: people.map(({ id }) => id) })
    expect(online.users).toEqual([people[0]!.id])
  })

  it('an instance that stops leaves nobody behind, and ends well', async () => {
    const third = await startInstance(databaseUrl, carrier.env)
    const watcher = await connectAt(one, people[0])
    const going = await connectAt(third, people[1])
    await areLinked(room, going, watcher)
    const stopped = third.stop()
    expect(await watcher.hears('left')).toMatchObject({ data: { user: people[1]!.id } })
    expect(await stopped).toBe(0)
  })
})

it('an instance starts without Redis, and hears of the others once it is there', async () => {
  const databaseUrl = await createDatabase(`instances_late_${process.pid}`)
  const database = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  const redis = await startRedis()
  await redis.kill()
  const env = { REDIS_URL: redis.url }
  const one = await startInstance(databaseUrl, env)
  const two = await startInstance(databaseUrl, env)
  const secret = process.env.PAYLOAD_SECRET ?? ''
  const [person] = await makePeople({ database, secret }, 'patient', 1)
  const clients = [await one.connect(person!.token), await two.connect(person!.token)]
  for (const client of clients) await client.ask('enter', { room: 'late' })
  await redis.restart()
  await areLinked('late', clients[0]!, clients[1]!)
  expect(await one.stop()).toBe(0)
  await redis.kill()
  expect(await two.stop()).toBe(0)
  await database.end()
  await redis.stop()
})
