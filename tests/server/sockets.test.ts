import pg from 'pg'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { createDatabase } from '../support/database'
import type { Person } from '../support/people'
import { makePeople } from '../support/people'
import type { RunningServer } from '../support/server'
import { SERVER_SECRET, startServer } from '../support/server'
import { openRaw } from './client'

const APP = 'https://app.example'
const TRANSPORTS = ['websocket', 'polling'] as const

let server: RunningServer
let database: pg.Pool
let patient: Person
beforeAll(async () => {
  const databaseUrl = await createDatabase(`sockets_${process.pid}`)
  server = await startServer({ databaseUrl, env: { CORS_ORIGINS: APP } })
  database = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  const [person] = await makePeople({ database, secret: SERVER_SECRET }, 'patient', 1)
  patient = person!
})
afterAll(async () => {
  await database.end()
  await server.stop()
})

const open: Socket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.disconnect()
})

type Handshake = {
  token?: unknown
  cookie?: boolean
  origin?: string
  transport?: (typeof TRANSPORTS)[number]
}

const connect = ({ token, cookie, origin, transport = 'websocket' }: Handshake): Socket => {
  const socket = io(server.url, {
    transports: [transport],
    reconnection: false,
    forceNew: true,
    auth: token === undefined ? {} : { token },
    extraHeaders: {
      ...(cookie ? { Cookie: `payload-token=${patient.token}` } : {}),
      ...(origin ? { Origin: origin } : {}),
    },
  })
  open.push(socket)
  return socket
}

/** `connected`, or the words of the refusal. */
const outcome = async (handshake: Handshake): Promise<string> => {
  const socket = connect(handshake)
  return new Promise((resolve) => {
    socket.on('connect', () => resolve('connected'))
    socket.on('connect_error', ({ message }) => resolve(message))
  })
}

describe.each(TRANSPORTS)('a handshake over %s', (transport) => {
  it('comes in with a token: from no origin, ours, or one that is allowed', async () => {
    for (const origin of [undefined, server.url, APP]) {
      const handshake = { token: patient.token, transport, ...(origin ? { origin } : {}) }
      expect(await outcome(handshake)).toBe('connected')
    }
  })

  it('comes in with the cookie of our own pages only', async () => {
    expect(await outcome({ cookie: true, origin: server.url, transport })).toBe('connected')
    for (const origin of [undefined, APP, 'https://evil.example', 'null']) {
      const handshake = { cookie: true, transport, ...(origin ? { origin } : {}) }
      expect(await outcome(handshake)).toBe('Unauthenticated.')
    }
  })

  it('is refused from a foreign origin, whatever it brings', async () => {
    for (const origin of ['https://evil.example', `${APP}.evil.example`, 'null']) {
      const handshake = { token: patient.token, cookie: true, origin, transport }
      expect(await outcome(handshake)).toBe('Unauthenticated.')
    }
  })

  it.each([
    ['nothing', undefined],
    ['an empty token', ''],
    ['a token that is none', 'x.y.z'],
    ['an object', { $ne: null }],
    ['a header of its own', 'a\r\nCookie: b'],
    ['a token without end', 'x'.repeat(10_000)],
  ])('is refused with %s', async (_name, token) => {
    expect(await outcome({ token, transport })).toBe('Unauthenticated.')
  })
})

describe('a socket', () => {
  it('is hung up on when its session ends, and refused from then on', async () => {
    const [person] = await makePeople({ database, secret: SERVER_SECRET }, 'patient', 1)
    const socket = connect({ token: person!.token })
    await new Promise<void>((resolve) => {
      socket.on('connect', () => resolve())
    })
    const hungUp = new Promise((resolve) => {
      socket.on('disconnect', resolve)
    })
    const headers = { Authorization: `Bearer ${person!.token}` }
    const logout = await fetch(`${server.url}/api/apotek/logout`, { method: 'POST', headers })
    expect(logout.status).toBe(200)
    expect(await hungUp).toBe('io server disconnect')
    expect(await outcome({ token: person!.token })).toBe('Unauthenticated.')
  })

  it('that was refused is hung up on', async () => {
    const address = `${server.url}/socket.io/?EIO=4&transport=polling`
    const greeting = await (await fetch(address)).text()
    const { sid } = JSON.parse(greeting.slice(1)) as { sid: string }
    const own = `${address}&sid=${sid}`
    await fetch(own, { method: 'POST', body: '40' })
    expect(await (await fetch(own)).text()).toContain('44{"message":"Unauthenticated."}')
    // This one waits for whatever the server says next: that is the end.
    expect(await (await fetch(own)).text()).toBe('1')
  })

  it('that sends too much is hung up on', async () => {
    const socket = connect({ token: patient.token })
    const reason = new Promise((resolve) => {
      socket.on('disconnect', resolve)
    })
    await new Promise<void>((resolve) => {
      socket.on('connect', () => resolve())
    })
    socket.emit('anything', 'x'.repeat(200_000))
    expect(await reason).toBe('transport close')
  })
})

describe('the socket address', () => {
  it('answers with the headers of every answer', async () => {
    const { headers } = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`)
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('serves no client, and no other upgrades', async () => {
    expect((await fetch(`${server.url}/socket.io/socket.io.js`)).status).toBe(400)
    const connection = openRaw(server)
    connection.write(
      'GET /_next/hmr HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    )
    expect(await connection.closed).toMatch(/^HTTP\/1.1 404 /)
  })
})
