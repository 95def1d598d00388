import { once } from 'node:events'

import pg from 'pg'
import { Manager } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createDatabase } from '../support/database'
import type { Person } from '../support/people'
import { makePeople } from '../support/people'
import type { Client, Instance } from './instance'
import { startInstance } from './instance'

const FLOOD = 3_000
const TOO_MANY = 'Terlalu banyak pesan dalam waktu singkat, silakan tunggu sebentar.'

let database: pg.Pool
let server: Instance
beforeAll(async () => {
  const databaseUrl = await createDatabase(`abuse_${process.pid}`)
  database = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  server = await startInstance(databaseUrl, { RATE_LIMIT_FACTOR: '1', REDIS_URL: '' })
})
afterAll(async () => {
  await server.kill()
  await database.end()
})

const signIn = async (options?: Parameters<typeof makePeople>[3]): Promise<Person> => {
  const house = { database, secret: process.env.PAYLOAD_SECRET ?? '' }
  const [person] = await makePeople(house, 'patient', 1, options)
  return person!
}

/** Somebody who does nothing wrong, and is to notice nothing. */
let witness: Client
let attacker: Client
beforeEach(async () => {
  witness = await server.connect((await signIn()).token)
  attacker = await server.connect((await signIn()).token)
})
afterEach(async () => {
  expect(await witness.ask('users', { room: 'anything' })).toEqual({ ok: true, users: [] })
  expect(witness.socket.connected).toBe(true)
  for (const { socket } of [witness, attacker]) socket.disconnect()
})

/** Writes a packet of Socket.IO's as it is. */
const write = ({ socket }: Client, packet: string): void => {
  socket.io.engine.write(packet)
}

describe('what a socket should not send', () => {
  it.each([
    ['__proto__', '2["__proto__",{"__proto__":{"x":1}}]'],
    ['constructor', '2["constructor"]'],
    ['error, which an emitter throws without a listener', '2["error",{"message":"x"}]'],
    ['a number as its name', '2[7,{"room":"x"}]'],
    ['a very long name', `2["${'x'.repeat(90_000)}"]`],
    ['a declared event without data', '2["enter"]'],
    ['__proto__ in its data', '2["enter",{"room":"x","__proto__":{"room":"y"}}]'],
    ['data for an acknowledgement that nobody asked for', '3999[{"ok":true}]'],
    ['bytes', '2["enter",{"_placeholder":true,"num":0}]'],
  ])('is dropped, and the socket stays: %s', async (_name, packet) => {
    write(attacker, packet)
    expect(await attacker.ask('users', { room: 'x' })).toEqual({ ok: true, users: [] })
  })

  it.each([
    ['a name of the protocol’s own', '2["disconnect",1]'],
    ['another one', '2["connect"]'],
    ['no array', '2{}'],
    ['no name', '2[]'],
    ['an object for a name', '2[{"x":1}]'],
    ['a packet of no kind', '9'],
    ['what is no JSON', '2["enter",'],
    ['brackets without end', `2${'['.repeat(50_000)}`],
    ['more attachments than it brings', '5999999999999-["enter"]'],
    ['2 MB', `2["enter",{"room":"${'x'.repeat(2_000_000)}"}]`],
  ])('ends the connection, and nobody else’s: %s', async (_name, packet) => {
    write(attacker, packet)
    await attacker.hungUp
  })
})

it('thousands of events at once are refused, and nobody else notices', async () => {
  const answers: Promise<Record<string, unknown>>[] = []
  for (let count = 0; count < FLOOD; count += 1) {
    answers.push(attacker.ask(count % 2 ? 'notice' : 'invented', { room: 'x', text: 'y' }))
    if (count % 500 === 0) {
      expect(await witness.ask('users', { room: 'x' })).toEqual({ ok: true, users: [] })
    }
  }
  const given = await Promise.all(answers)
  expect(given.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(60)
  expect(given.filter(({ message }) => message === TOO_MANY).length).toBeGreaterThan(0)
  expect(attacker.socket.connected).toBe(true)
})

it('a connection is one socket, however often it asks to come in', async () => {
  const { token } = await signIn()
  const manager = new Manager(server.url, {
    transports: ['websocket'],
    reconnection: false,
    autoConnect: false,
  })
  const taken: unknown[] = []
  manager.open()
  manager.engine.on('message', (data) => {
    if (String(data).startsWith('0')) taken.push(data)
  })
  await once(manager.engine as never, 'open')
  const closed = once(manager.engine as never, 'close')
  // The 51st would be one too many for a user with connections of their own.
  for (let count = 0; count < 100; count += 1) manager.engine.write(`0${JSON.stringify({ token })}`)
  await closed
  expect(taken.length).toBeLessThanOrEqual(1)
})

describe('a token', () => {
  it('that has expired opens nothing', async () => {
    const { token } = await signIn({ tokenSeconds: -1 })
    await expect(server.connect(token)).rejects.toThrow('Unauthenticated.')
  })

  it('that expires hangs its socket up', async () => {
    const { token } = await signIn({ tokenSeconds: 3 })
    const client = await server.connect(token)
    expect(await client.hungUp).toBe('io server disconnect')
  })
})
