import { randomUUID } from 'node:crypto'

import pg from 'pg'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { person, rows } from '../../../tests/support/apotek'
import { untilBlocked } from '../../../tests/support/locks'
import { testPayload } from '../../../tests/support/payload'
import type { Person } from '../../../tests/support/people'
import { heartbeat } from './heartbeat'
import { socketsOf } from './holder'
import { enterRoom, leaveRoom, onlineAmong, usersIn, withPresence, withSocketEvents } from './index'
import { openSockets } from './testing'

const schema = z.string()

let house: Awaited<ReturnType<typeof openSockets>>
let who: Person
let room: string
/** What was told of people who came and went. */
let told: string[]

const open = async () =>
  openSockets(await testPayload(), (config) =>
    withPresence(
      withSocketEvents(config, {
        events: [
          {
            name: 'enter',
            schema,
            handle: async (caller, name: string) => enterRoom(caller, name),
          },
          {
            name: 'leave',
            schema,
            handle: async (caller, name: string) => leaveRoom(caller, name),
          },
        ],
      }),
      {
        onLeft: async (_payload, name, user) => void told.push(`left ${name} ${user}`),
        onOnline: async (_payload, user) => void told.push(`online ${user}`),
        onOffline: async (_payload, user) => void told.push(`offline ${user}`),
      },
    ),
  )

beforeEach(async () => {
  told = []
  room = `room-${randomUUID()}`
  who = await person('patient')
  house = await open()
})
afterEach(async () => house.close())

const isOnline = async (): Promise<boolean> =>
  (await onlineAmong(house.payload, [who.id, 0])).has(who.id)

it('knows who is online, and in which room, with however many sockets', async () => {
  expect(await isOnline()).toBe(false)
  const [first, second] = [await house.connect(who.token), await house.connect(who.token)]
  expect(await first.ask('enter', room)).toEqual({ ok: true, isFirst: true })
  expect(await first.ask('enter', room)).toEqual({ ok: true, isFirst: false })
  expect(await second.ask('enter', room)).toEqual({ ok: true, isFirst: false })
  expect(await usersIn(house.payload, room)).toEqual([who.id])
  expect(await isOnline()).toBe(true)
  expect(await first.ask('leave', room)).toEqual({ ok: true, isLast: false })
  expect(await second.ask('leave', room)).toEqual({ ok: true, isLast: true })
  expect(await second.ask('leave', room)).toEqual({ ok: true, isLast: false })
  expect(await usersIn(house.payload, room)).toEqual([])
})

it('tells once of whoever disconnects with their last socket', async () => {
  const [first, second] = [await house.connect(who.token), await house.connect(who.token)]
  await Promise.all([first.ask('enter', room), second.ask('enter', room)])
  first.socket.disconnect()
  second.socket.disconnect()
  const all = [`online ${who.id}`, `left ${room} ${who.id}`, `offline ${who.id}`]
  await vi.waitFor(() => expect(told.toSorted()).toEqual(all.toSorted()), { timeout: 60_000 })
  expect(await isOnline()).toBe(false)
})

it('lets one of those who come at once be the first, and one of those who leave the last', async () => {
  const clients = await Promise.all(
    Array.from({ length: 10 }, async () => house.connect(who.token)),
  )
  for (let round = 0; round < 10; round += 1) {
    const came = await Promise.all(clients.map(async ({ ask }) => ask('enter', room)))
    expect(came.filter(({ isFirst }) => isFirst)).toHaveLength(1)
    const left = await Promise.all(clients.map(async ({ ask }) => ask('leave', room)))
    expect(left.filter(({ isLast }) => isLast)).toHaveLength(1)
  }
})

it('waits for another of the same user who is coming or going just now', async () => {
  const [first, second] = [await house.connect(who.token), await house.connect(who.token)]
  const slow = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await slow.connect()
  /** A statement of another instance that is not committed until somebody waits for it. */
  const meanwhile = async <T>(statement: string, work: () => Promise<T>): Promise<T> => {
    await slow.query('BEGIN')
    await slow.query(statement, ['elsewhere', room, who.id])
    const working = work()
    await untilBlocked()
    await slow.query('COMMIT')
    return working
  }
  try {
    const entering = `SELECT enter_room($1, $2, $3, 'another instance')`
    const came = await meanwhile(entering, async () => first.ask('enter', room))
    expect(came).toEqual({ ok: true, isFirst: false })
    await second.ask('enter', room)
    expect(await second.ask('leave', room)).toEqual({ ok: true, isLast: false })
    const leaving = 'SELECT leave_room($1, $2, $3)'
    const left = await meanwhile(leaving, async () => first.ask('leave', room))
    expect(left).toEqual({ ok: true, isLast: true })
  } finally {
    await slow.end()
  }
})

it('sweeps up after an instance that is gone, and tells of each', async () => {
  const dead = randomUUID()
  await rows('INSERT INTO socket_instances VALUES ($1, clock_timestamp())', dead)
  for (const place of ['', room]) {
    await rows('SELECT enter_room($1, $2, $3, $4)', 'a socket', place, who.id, dead)
  }
  await heartbeat(house.payload)
  expect(await usersIn(house.payload, room)).toEqual([who.id])
  await rows(
    `UPDATE socket_instances SET seen_at = seen_at - interval '1 minute' WHERE id = $1`,
    dead,
  )
  expect(await usersIn(house.payload, room)).toEqual([])
  await Promise.all([heartbeat(house.payload), heartbeat(house.payload)])
  // What other files have left is swept up as well.
  const ofThem = told.filter((line) => line.endsWith(` ${who.id}`))
  expect(ofThem.toSorted()).toEqual([`left ${room} ${who.id}`, `offline ${who.id}`].toSorted())
  expect(await rows('SELECT 1 FROM socket_presence WHERE instance_id = $1', dead)).toEqual([])
})

it('mends the table when this instance was taken for dead, or the database forgot', async () => {
  const { ask } = await house.connect(who.token)
  await ask('enter', room)
  const { instance } = socketsOf(house.payload)!
  await rows(`INSERT INTO socket_presence VALUES ('a ghost', $1, 0, $2)`, room, instance)
  await rows('DELETE FROM socket_instances WHERE id = $1', instance)
  await rows('DELETE FROM socket_presence WHERE user_id = $1', who.id)
  await heartbeat(house.payload)
  expect(await usersIn(house.payload, room)).toEqual([who.id])
  expect(await isOnline()).toBe(true)
})

it('leaves nothing behind when the server stops', async () => {
  const { ask } = await house.connect(who.token)
  await ask('enter', room)
  const { instance } = socketsOf(house.payload)!
  await house.close()
  expect(told).toContain(`left ${room} ${who.id}`)
  expect(await rows('SELECT 1 FROM socket_presence WHERE instance_id = $1', instance)).toEqual([])
  expect(await rows('SELECT 1 FROM socket_instances WHERE id = $1', instance)).toEqual([])
  house = await open()
})
