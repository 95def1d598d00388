import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { makeUser } from '@/plugins/accounts/testing'
import { tell, userRoom } from '@/plugins/realtime'
import { recheckAll } from '@/plugins/realtime/recheck'
import { openSockets } from '@/plugins/realtime/testing'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { systemRequest, testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { tokenOf } from './support'

const HUNG_UP = 'io server disconnect'

let house: Awaited<ReturnType<typeof openSockets>>
let admin: Person

beforeAll(async () => {
  admin = await person('admin')
})
const open = async () => {
  house = await openSockets(await testPayload())
}
afterEach(() => house?.close())

type Somebody = Awaited<ReturnType<typeof makeUser>>
type End = (somebody: Somebody) => Promise<{ status: number }>

const asAdmin = async ({ user }: Somebody, method: string, body?: unknown) =>
  api(method, `/users/${user.id}`, { token: admin.token, body })

const ENDS: [string, End][] = [
  ['a logout of the contract', async ({ token }) => api('POST', '/apotek/logout', { token })],
  ["a logout of the panel's", async ({ token }) => api('POST', '/users/logout', { token })],
  ['being disabled', async (who) => asAdmin(who, 'PATCH', { disabled: true })],
  ['another role', async (who) => asAdmin(who, 'PATCH', { role: 'editor' })],
  ['another password', async (who) => asAdmin(who, 'PATCH', { password: 'lain-sekali' })],
  ['being deleted', async (who) => asAdmin(who, 'DELETE')],
  [
    'a password that was forgotten',
    async ({ user }) => {
      const payload = await testPayload()
      const data = { email: user.email }
      const token = await payload.forgotPassword({ collection: 'users', data, disableEmail: true })
      return api('POST', '/users/reset-password', { body: { token, password: 'lain-sekali' } })
    },
  ],
]

describe('a socket does not outlive its session', () => {
  it.each(ENDS)('after %s', async (_name, end) => {
    await open()
    const somebody = await makeUser(await testPayload(), 'cashier')
    const { hungUp } = await house.connect(somebody.token)
    expect(await end(somebody)).toMatchObject({ status: 200 })
    expect(await hungUp).toBe(HUNG_UP)
  })

  it('though the session ended while it came in', async () => {
    await open()
    const { token } = await person('cashier')
    house.sockets.use((_socket, next) => {
      void api('POST', '/apotek/logout', { token }).then(() => next())
    })
    const { hungUp } = await house.connect(token)
    expect(await hungUp).toBe(HUNG_UP)
  })

  it('though the session ended by itself, or on another instance', async () => {
    await open()
    const { id, token } = await person('cashier')
    const { hungUp } = await house.connect(token)
    await rows(
      `UPDATE users_sessions SET expires_at = now() - interval '1 second' WHERE _parent_id = $1`,
      id,
    )
    await recheckAll(await testPayload())
    expect(await hungUp).toBe(HUNG_UP)
  })
})

describe('while the database cannot tell who somebody is', () => {
  const whileAway = async (run: () => Promise<unknown>): Promise<void> => {
    await rows('ALTER TABLE users_sessions RENAME TO users_sessions_away')
    try {
      await run()
    } finally {
      await rows('ALTER TABLE users_sessions_away RENAME TO users_sessions')
    }
  }
  let socket: Socket
  const dial = (token: string): Socket => {
    const options = { transports: ['websocket'], forceNew: true, reconnectionDelay: 20 }
    socket = io(house.url, { ...options, reconnectionDelayMax: 100, auth: { token } })
    return socket
  }
  afterEach(() => socket?.disconnect())

  /** Rejects when the client was refused, and will not try again. */
  const connected = async (client: Socket): Promise<void> =>
    new Promise((resolve, reject) => {
      client.once('connect', resolve)
      client.on('connect_error', (error) => {
        if (!client.active) reject(error)
      })
    })

  it('nobody is connected, and whoever was comes back by themselves', async () => {
    await open()
    const client = dial((await person('cashier')).token)
    await connected(client)
    const hungUp = new Promise((resolve) => {
      client.once('disconnect', resolve)
    })
    await whileAway(async () => {
      await recheckAll(await testPayload())
      expect(await hungUp).toBe('transport close')
    })
    await connected(client)
  })

  it('whoever comes in is not refused, and comes in afterwards', async () => {
    await open()
    const { token } = await person('cashier')
    let isIn: Promise<void> | undefined
    await whileAway(async () => {
      const client = dial(token)
      isIn = connected(client)
      await new Promise<void>((resolve, reject) => {
        client.io.once('reconnect_attempt', () => resolve())
        isIn?.catch(reject)
      })
    })
    await isIn
  })
})

describe("a user's other sockets go on", () => {
  const heard = async (
    client: Awaited<ReturnType<typeof house.connect>>,
    id: number,
  ): Promise<void> => {
    const told = new Promise<void>((resolve) => {
      client.socket.once('still-there', () => resolve())
    })
    await tell(await systemRequest(), userRoom(id), 'still-there', {})
    await told
  }

  it('after a logout elsewhere', async () => {
    await open()
    const { user, token } = await makeUser(await testPayload(), 'cashier')
    const [ended, other] = [
      await house.connect(token),
      await house.connect(await tokenOf(user.email)),
    ]
    await api('POST', '/apotek/logout', { token })
    await ended.hungUp
    await heard(other, user.id)
  })

  it('after a new password, where it was typed', async () => {
    await open()
    const { user, token } = await makeUser(await testPayload(), 'cashier')
    const [own, other] = [
      await house.connect(token),
      await house.connect(await tokenOf(user.email)),
    ]
    await api('PATCH', `/users/${user.id}`, { token, body: { password: 'lain-sekali' } })
    expect(await other.hungUp).toBe(HUNG_UP)
    await heard(own, user.id)
  })

  it('and everybody after a sweep', async () => {
    await open()
    const { id, token } = await person('cashier')
    const client = await house.connect(token)
    await recheckAll(await testPayload())
    await heard(client, id)
  })
})
