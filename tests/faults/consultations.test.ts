import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { setTimeout as sleep } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { env } from '@/env'
import { databaseOf, makeConsultation } from '@/plugins/consultations/testing'

import { noticeOf } from '../payments/notices'
import type { Asked, TestDoctor } from '../consultations/support'
import { doctorOf, holdsOf, openedBy, rowOf } from '../consultations/support'
import { people, person, rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'
import { testSimulator } from '../support/simulator'
import { countStatuses } from './pair'

const MINUTE = 60
const SKEW_MS = 10 * MINUTE * 1000
const CLOCK = new URL('../support/skewedClock.mjs', import.meta.url).href

/** Two servers of one database, whose clocks are wrong: one is ahead, one behind. */
let servers: [RunningServer, RunningServer]

beforeAll(async () => {
  await testPayload()
  const simulator = await testSimulator()
  const start = async (skew: number) =>
    startServer({
      databaseUrl: env.databaseUrl ?? '',
      env: {
        NODE_OPTIONS: `--import ${CLOCK}`,
        CLOCK_SKEW_MS: String(skew),
        MIDTRANS_BASE_URL: simulator.url,
        MIDTRANS_SERVER_KEY: env.midtrans.serverKey,
        REDIS_URL: '',
      },
    })
  servers = await Promise.all([start(SKEW_MS), start(-SKEW_MS)])
})
afterAll(async () => {
  await Promise.all(servers.map(async (server) => server.stop('SIGKILL')))
})

type Reply<Body> = { status: number; body: Body }

const call = async <Body = { data: never }>(
  server: RunningServer,
  method: string,
  path: string,
  { token }: Partial<Pick<Person, 'token'>> = {},
  body?: unknown,
): Promise<Reply<Body>> => {
  const response = await fetch(`${server.url}/api${path}`, {
    method,
    headers: {
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Body }
}

const ask = async (server: RunningServer, patient: Person, { id }: TestDoctor) =>
  call<{ data: Asked }>(server, 'POST', '/payments', patient, { doctor_id: id })

const settle = async (server: RunningServer, { order_id: order, amount }: Asked) => {
  const simulator = await testSimulator()
  simulator.change(order, { transaction_status: 'settlement', notify: 0 })
  return call(server, 'POST', '/payments/midtrans/callback', {}, noticeOf(order, amount))
}

describe('the last place of a doctor', () => {
  it('is held for one of twenty who pay at once, on two servers', async () => {
    for (let round = 0; round < 3; round += 1) {
      const doctor = await doctorOf({ maxConcurrent: 1 })
      const payers = await people('patient', 20)
      const answers = await Promise.all(
        payers.map(async (payer, turn) => ask(servers[turn % 2 === 0 ? 0 : 1], payer, doctor)),
      )
      expect(countStatuses(answers)).toEqual({ 201: 1, 409: 19 })
      expect(await holdsOf(doctor.id)).toBe(1)
    }
  })

  it('opens one consultation, whichever server hears of the money first', async () => {
    const [doctor, patient] = [await doctorOf({ maxConcurrent: 1 }), await person('patient')]
    const { body } = await ask(servers[0], patient, doctor)
    const told = await Promise.all(
      Array.from({ length: 6 }, async (_, turn) =>
        settle(servers[turn % 2 === 0 ? 0 : 1], body.data),
      ),
    )
    expect(countStatuses(told)).toEqual({ 200: 6 })
    expect(await rows('SELECT 1 FROM consultations WHERE doctor_id = $1', doctor.id)).toHaveLength(
      1,
    )
    expect(await holdsOf(doctor.id)).toBe(0)
  })
})

describe('time, on servers whose clocks are wrong', () => {
  type Status = { data: { status: string; remaining_seconds: number } }
  let doctor: TestDoctor
  let patient: Person

  beforeAll(async () => {
    ;[doctor, patient] = [await doctorOf({ maxConcurrent: 10 }), await person('patient')]
  })
  const open = async (startsIn: number): Promise<number> =>
    makeConsultation(databaseOf(await testPayload()), {
      patient: patient.id,
      doctor: doctor.id,
      startsIn,
    })

  it('is the database’s: a session lasts thirty minutes, no more and no less', async () => {
    const going = await open(-25 * MINUTE)
    const over = await open(-31 * MINUTE)
    for (const server of servers) {
      const statusOf = async (id: number) =>
        (await call<Status>(server, 'GET', `/chats/consultation/${id}/status`, patient)).body.data
      expect(await statusOf(over)).toMatchObject({ status: 'expired', remaining_seconds: 0 })
      expect(await statusOf(going)).toMatchObject({ status: 'active' })
      const say = async (id: number) =>
        call<{ message?: string }>(server, 'POST', '/chats/messages', patient, {
          consultation_id: id,
          content: 'Halo',
        })
      expect((await say(going)).status).toBe(201)
      const late = await say(over)
      expect([late.status, late.body.message]).toEqual([403, 'Konsultasi sudah berakhir'])
      const read = await call<{ status: string }>(
        server,
        'GET',
        `/consultations/${going}?depth=0`,
        patient,
      )
      expect(read.body.status).toBe('active')
    }
  })

  it('opens for thirty minutes from the database’s now', async () => {
    for (const server of servers) {
      const [buyer, other] = [await person('patient'), await doctorOf()]
      const { body } = await ask(server, buyer, other)
      await settle(server, body.data)
      const opened = (await openedBy(body.data))!
      const [at] = await rows<{ is_now: boolean; minutes: number }>(
        `SELECT started_at BETWEEN created_at - interval '1 minute' AND clock_timestamp() AS is_now,
                (extract(epoch FROM expires_at - started_at) / 60)::float8 AS minutes
           FROM consultations WHERE id = $1`,
        opened.id,
      )
      expect(at).toEqual({ is_now: true, minutes: 30 })
    }
  })

  it('is announced once, five minutes before the end, and the end once', async () => {
    const heard: [string, Record<string, unknown>][][] = []
    const sockets = servers.map(({ url }): Socket => {
      const mine: [string, Record<string, unknown>][] = []
      heard.push(mine)
      const socket = io(url, { transports: ['websocket'], auth: { token: patient.token } })
      return socket.onAny((event: string, data: Record<string, unknown>) =>
        mine.push([event, data]),
      )
    })
    await Promise.all(
      sockets.map(
        async (socket) => new Promise<void>((resolve) => socket.once('connect', resolve)),
      ),
    )
    const until = async (what: () => boolean | Promise<boolean>) => {
      while (!(await what())) await sleep(20)
    }
    const of = (mine: (typeof heard)[number], event: string, id: number) =>
      mine.filter(([name, data]) => name === event && data.consultation_id === id).length
    const isHeard = (event: string, id: number) => () =>
      heard.every((mine) => of(mine, event, id) > 0)

    const ending = await open(-26 * MINUTE)
    const early = await open(-24 * MINUTE)
    await until(isHeard('consultation_expiring', ending))
    const over = await open(-30 * MINUTE)
    await rows(`UPDATE consultations SET status = 'active' WHERE id = $1`, over)
    await until(isHeard('consultation_status_update', over))
    // Whatever was told twice would have been told before this.
    const later = await open(-27 * MINUTE)
    await until(isHeard('consultation_expiring', later))
    for (const mine of heard) {
      expect(of(mine, 'consultation_expiring', ending)).toBe(1)
      expect(of(mine, 'consultation_status_update', over)).toBe(1)
      expect(of(mine, 'consultation_expiring', early)).toBe(0)
    }
    expect((await rowOf(early)).warned).toBeNull()
    expect((await rowOf(over)).status).toBe('expired')
    for (const socket of sockets) socket.disconnect()
  })
})
