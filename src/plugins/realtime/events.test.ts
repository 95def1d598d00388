import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { ApiError } from '@/lib/apiError'

import { person } from '../../../tests/support/apotek'
import { testPayload } from '../../../tests/support/payload'
import { withSocketEvents } from './index'
import { SOCKETS_MAX } from './limits'
import { openSockets } from './testing'

const MESSAGES_AT_ONCE = 60
const EVENTS_AT_ONCE = 240

let token: string
beforeAll(async () => {
  token = (await person('patient')).token
})

const open: Awaited<ReturnType<typeof openSockets>>[] = []
afterEach(async () => {
  for (const house of open.splice(0)) await house.close()
})

type Declare = Parameters<typeof openSockets>[1]

const house = async (declare: NonNullable<Declare>) => {
  const opened = await openSockets(await testPayload(), declare)
  open.push(opened)
  return opened
}

const echo = {
  name: 'echo',
  schema: z.strictObject({ id: z.number().int() }),
  handle: async (_caller: unknown, { id }: { id: number }) => ({ id }),
}

it('answers what was declared, and refuses everything else; the socket stays', async () => {
  const { connect } = await house((config) => withSocketEvents(config, { events: [echo] }))
  const { ask } = await connect(token)
  for (const wrong of [[], [null], ['1'], [{ id: '1' }], [{ id: 1, x: 2 }], [{ id: 1 }, 2]]) {
    expect(await ask('echo', ...wrong)).toMatchObject({ ok: false, message: expect.any(String) })
  }
  expect(await ask('echo', { id: 'x' })).toMatchObject({ errors: { id: [expect.any(String)] } })
  const odd = ['Echo', 'error', '__proto__', 'constructor', 'toString', '', 'x'.repeat(50_000)]
  for (const name of odd) {
    expect(await ask(name, { id: 1 })).toEqual({ ok: false, message: 'Peristiwa tidak dikenal.' })
  }
  expect(await ask(7 as never, { id: 1 })).toMatchObject({ ok: false })
  expect(await ask('echo', { id: 2 })).toEqual({ ok: true, id: 2 })
})

it('says what an operation refuses, and no more of a defect than that it is one', async () => {
  const { connect, payload } = await house((config) =>
    withSocketEvents(config, {
      events: [
        {
          ...echo,
          handle: async (_caller, { id }: { id: number }) => {
            if (id === 1) throw new ApiError(404, 'Tidak ada.', { errors: { id: ['Tidak ada.'] } })
            throw new Error('SELECT secret')
          },
        },
      ],
    }),
  )
  const error = vi.spyOn(payload.logger, 'error')
  const { ask } = await connect(token)
  const errors = { id: ['Tidak ada.'] }
  expect(await ask('echo', { id: 1 })).toEqual({ ok: false, message: 'Tidak ada.', errors })
  expect(error).not.toHaveBeenCalled()
  expect(await ask('echo', { id: 2 })).toEqual({
    ok: false,
    message: 'Terjadi kesalahan pada server.',
  })
  expect(error).toHaveBeenCalledOnce()
  error.mockRestore()
})

it("handles one socket's messages one after the other, in their order", async () => {
  const began: number[] = []
  let release: () => void = () => undefined
  const first = new Promise<void>((resolve) => {
    release = resolve
  })
  const send = {
    ...echo,
    name: 'send',
    cost: 'message' as const,
    handle: async (_caller: unknown, { id }: { id: number }) => {
      began.push(id)
      if (id === 1) await first
      return {}
    },
  }
  const { connect } = await house((config) => withSocketEvents(config, { events: [send, echo] }))
  const { ask } = await connect(token)
  const sent = [1, 2, 3].map(async (id) => ask('send', { id }))
  // Signals do not wait for messages, and these came in after them.
  await ask('echo', { id: 0 })
  expect(began).toEqual([1])
  release()
  await Promise.all(sent)
  expect(began).toEqual([1, 2, 3])
})

it('hangs up on whoever goes on asking without listening to the answers', async () => {
  let answered = 0
  const recite = {
    ...echo,
    name: 'recite',
    handle: async () => {
      answered += 1
      return { text: 'x'.repeat(1_000_000) }
    },
  }
  const opened = await house((config) => withSocketEvents(config, { events: [recite, echo] }))
  const hungUp = new Promise((resolve) => {
    opened.sockets.on('connection', (socket) => socket.once('disconnect', resolve))
  })
  const { socket } = await opened.connect(token)
  const { ws } = socket.io.engine.transport as unknown as {
    ws: { pause: () => void; terminate: () => void }
  }
  ws.pause()
  for (let count = 0; count < 100; count += 1) socket.emit('recite', { id: count }, () => undefined)
  expect(await hungUp).toBe('forced close')
  ws.terminate()
  expect(answered).toBeLessThan(100)
  const other = await opened.connect(token)
  expect(await other.ask('echo', { id: 1 })).toEqual({ ok: true, id: 1 })
})

it('limits each socket, and the sockets of a user together', async () => {
  const send = { ...echo, name: 'send', cost: 'message' as const }
  const { connect } = await house((config) => {
    const declared = withSocketEvents(config, { events: [send, echo] })
    return { ...declared, custom: { ...declared.custom, socketRateFactor: 1 } }
  })
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  try {
    const flood = async (name: string, count: number) => {
      const { ask } = await connect(token)
      const answers = await Promise.all(
        Array.from({ length: count }, async () => ask(name, { id: 1 })),
      )
      return answers.filter(({ ok }) => ok).length
    }
    for (let socket = 0; socket < 4; socket += 1) {
      expect(await flood('send', MESSAGES_AT_ONCE + 5)).toBe(MESSAGES_AT_ONCE)
    }
    expect(await flood('send', 5)).toBe(0)
    const stranger = await person('patient')
    const { ask } = await connect(stranger.token)
    expect(await ask('send', { id: 1 })).toMatchObject({ ok: true })
    expect(await flood('echo', EVENTS_AT_ONCE + 5)).toBe(EVENTS_AT_ONCE)
  } finally {
    vi.useRealTimers()
  }
})

it('lets a user have so many sockets, and one more when one has gone', async () => {
  const { connect } = await house((config) => config)
  const { token: own } = await person('patient')
  const clients = []
  for (let count = 0; count < SOCKETS_MAX; count += 1) clients.push(await connect(own))
  await expect(connect(own)).rejects.toThrow('Terlalu banyak koneksi.')
  expect((await connect(token)).socket.connected).toBe(true)
  clients[0]?.socket.disconnect()
  await vi.waitFor(async () => connect(own), { timeout: 60_000 })
})
