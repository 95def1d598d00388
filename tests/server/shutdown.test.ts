import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

import pg from 'pg'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { gate } from '../assistant/support'
import { createDatabase } from '../support/database'
import type { Gemini } from '../support/gemini'
import { said, startGemini, text, wait } from '../support/gemini'
import { makePeople } from '../support/people'
import type { RunningServer } from '../support/server'
import { SERVER_SECRET, startServer } from '../support/server'
import { ask, openRaw } from './client'

let databaseUrl: string
let server: RunningServer
let gemini: Gemini

const BODY = JSON.stringify({ email: 'nobody@example.test', password: 'not a password' })

/** A login of which the server has everything but the last byte, and therefore waits for it. */
const loginUnderWay = async () => {
  const connection = openRaw(server)
  connection.write(
    'POST /api/apotek/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n' +
      `Content-Length: ${BODY.length}\r\nExpect: 100-continue\r\n\r\n`,
  )
  await expect.poll(connection.received).toContain('100 Continue')
  connection.write(BODY.slice(0, -1))
  return connection
}

const readiness = async () => (await ask(server, '/api/health/ready')).body
const isListening = async (): Promise<boolean> =>
  ask(server, '/api/health/live').then(
    () => true,
    () => false,
  )

describe('SIGTERM', () => {
  beforeEach(async () => {
    databaseUrl = await createDatabase(`shutdown_${process.pid}`)
    gemini = await startGemini()
    server = await startServer({ databaseUrl, env: gemini.env })
  })
  afterEach(async () => {
    await server.stop('SIGKILL')
    await gemini.stop()
  })

  it('lets what is under way end: not ready first, then no connections, then exit 0', async () => {
    const login = await loginUnderWay()
    process.kill(server.pid, 'SIGTERM')

    await expect.poll(readiness, { timeout: 4_500 }).toMatchObject({
      status: 'unavailable',
      checks: { database: true, draining: true },
    })
    const { status, headers } = await ask(server, '/api/obat')
    expect([status, headers.get('connection')]).toEqual([200, 'close'])

    await expect.poll(isListening, { timeout: 10_000 }).toBe(false)
    login.write(BODY.slice(-1))
    const answer = await login.closed
    expect(answer).toContain('HTTP/1.1 401 ')
    expect(answer).toMatch(/\r\nConnection: close\r\n/i)
    expect(await server.exited).toBe(0)
  })

  it('closes sockets, which may then look for another instance', async () => {
    const database = new pg.Pool({ connectionString: databaseUrl, max: 1 })
    const [person] = await makePeople({ database, secret: SERVER_SECRET }, 'patient', 1)
    await database.end()
    const socket = io(server.url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      auth: { token: person!.token },
    })
    const reason = new Promise((resolve) => {
      socket.on('disconnect', resolve)
    })
    await new Promise<void>((resolve) => {
      socket.on('connect', () => resolve())
    })
    process.kill(server.pid, 'SIGTERM')
    // Clients come back by themselves after this reason, and not after `io server disconnect`.
    expect(await reason).toBe('transport close')
    expect(await server.exited).toBe(0)
  })

  it('lets an answer that is being streamed come to its end', async () => {
    const database = new pg.Pool({ connectionString: databaseUrl, max: 1 })
    const [person] = await makePeople({ database, secret: SERVER_SECRET }, 'patient', 1)
    await database.end()
    const last = gate()
    gemini.will([...text('Halo '), wait(last.opened), ...said('dunia')])
    const answer = await fetch(`${server.url}/api/chat`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${person!.token}` },
      body: JSON.stringify({ messages: [{ role: 'user', content: 'Halo' }] }),
    })
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toContain('0:"Halo "')
    process.kill(server.pid, 'SIGTERM')
    await expect.poll(isListening, { timeout: 10_000 }).toBe(false)
    last.open()
    let rest = ''
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      rest += next.value
    }
    expect(rest).toMatch(/^0:"dunia"\n[^]*\nd:\{"finishReason":"stop".*\}\n$/)
    expect(await server.exited).toBe(0)
  })

  it('ends idle connections, and leaves none to the database', async () => {
    const idle = openRaw(server)
    idle.write('GET /api/health/live HTTP/1.1\r\nHost: a\r\n\r\n')
    await expect.poll(idle.received).toContain('"ok"')
    expect(await server.stop('SIGTERM')).toBe(0)
    await idle.closed
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    const { rows } = await client.query(
      'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
    await client.end()
    expect(rows).toEqual([])
  })

  it('twice ends it at once', async () => {
    await loginUnderWay()
    process.kill(server.pid, 'SIGTERM')
    await expect.poll(readiness, { timeout: 4_500 }).toMatchObject({ checks: { draining: true } })
    process.kill(server.pid, 'SIGTERM')
    expect(await server.exited).toBe(1)
  })
})

describe('a start that cannot be', () => {
  /** Nobody gets as far as asking it. */
  const unasked = { databaseUrl: 'postgres://127.0.0.1:1/unasked' }

  it('says in one sentence that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const start = startServer({ ...unasked, env: { PORT: String(port) } })
    await expect(start).rejects.toThrow(
      'The server ended (1):\nThe server could not start: ' +
        `Port ${port} is already in use: stop the other program, or choose another port with PORT.\n`,
    )
    other.close()
  })

  it('says so of the simulator’s port too, before anything is made', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const start = startServer({ ...unasked, env: { MIDTRANS_SIMULATOR_PORT: String(port) } })
    await expect(start).rejects.toThrow(
      `The server could not start: Port ${port}, for the simulator of Midtrans, is already in use: ` +
        'choose another with MIDTRANS_SIMULATOR_PORT.\n',
    )
    other.close()
  })

  it('needs a key of Midtrans beside a database', async () => {
    const start = startServer({ ...unasked, env: { ALLOW_SIMULATOR: '' } })
    await expect(start).rejects.toThrow('- MIDTRANS_SERVER_KEY: must be set')
  })

  it('lists every fault of the configuration, and shows no stack', async () => {
    const start = startServer({ ...unasked, env: { PAYLOAD_SECRET: 'short', PORT: 'many' } })
    const told = await start.then(
      () => 'it started',
      (error: unknown) => (error as Error).message,
    )
    expect(told).toContain('PAYLOAD_SECRET: must have at least 32 characters')
    expect(told).toContain('PORT: ')
    expect(told).not.toContain('    at ')
  })
})
