/**
 * An instance without pages, in a process of its own: the API, the sockets and what carries events
 * between instances, as the server has them, and events that a test can ask for everything that
 * plugins can do. It tells its parent where it listens, and ends with it.
 */
import type { AddressInfo } from 'node:net'

import { env } from '@/env'

import type { Config } from 'payload'
import { getPayload } from 'payload'
import { z } from 'zod'

import type { SocketEvent } from '@/plugins/realtime'
import {
  attachSockets,
  enterRoom,
  leaveRoom,
  onlineAmong,
  shout,
  tell,
  tellInstances,
  usersIn,
  withInstanceListener,
  withPresence,
  withSocketEvents,
} from '@/plugins/realtime'
import type { Sweeper } from '@/lib/sweeper'
import { createApi } from '@/server/api'
import { createDrain } from '@/server/drain'
import { answerJson } from '@/server/http/answer'
import { createSecurityHeaders } from '@/server/http/security'
import { createHttpServer, listen } from '@/server/http/server'
import { connectInstances } from '@/server/instances'
import { createMetrics } from '@/server/metrics'
import { createRouter } from '@/server/router'
import { createSockets, identify } from '@/server/sockets'
import { startSweepers } from '@/server/sweepers'

import { compose } from '../../payload.config'

const room = z.strictObject({ room: z.string() })
const said = z.strictObject({ room: z.string(), text: z.string() })
/** Texts that are told so many times, all at once; the first one filled up to `length`, the next to one more. */
const burst = z.strictObject({
  room: z.string(),
  texts: z.array(z.string()),
  times: z.number(),
  length: z.number().optional(),
})
const users = z.strictObject({ users: z.array(z.number()) })

const textsOf = ({ texts, times, length }: z.output<typeof burst>): string[] => {
  const filled = texts.map((text, index) => text.padEnd(length ? length + index : 0, 'x'))
  return Array.from({ length: times }, () => filled).flat()
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each event has data of its own
const events: SocketEvent<any>[] = [
  {
    name: 'enter',
    schema: room,
    handle: async (caller, data: z.output<typeof room>) => {
      await caller.socket.join(data.room)
      return enterRoom(caller, data.room)
    },
  },
  {
    name: 'leave',
    schema: room,
    handle: async (caller, data: z.output<typeof room>) => leaveRoom(caller, data.room),
  },
  {
    name: 'users',
    schema: room,
    handle: async ({ payload }, data: z.output<typeof room>) => ({
      users: await usersIn(payload, data.room),
    }),
  },
  {
    name: 'online',
    schema: users,
    handle: async ({ payload }, data: z.output<typeof users>) => ({
      users: [...(await onlineAmong(payload, data.users))],
    }),
  },
  {
    name: 'shout',
    schema: said,
    handle: async ({ payload, socket }, { room: to, text }: z.output<typeof said>) => {
      shout(payload, to, 'shouted', { text }, socket)
      return {}
    },
  },
  {
    name: 'tell',
    schema: said,
    handle: async ({ payload }, { room: to, text }: z.output<typeof said>) => {
      await tell({ payload }, to, 'told', { text })
      return {}
    },
  },
  {
    name: 'burst',
    schema: burst,
    handle: async ({ payload }, said: z.output<typeof burst>) => {
      await Promise.all(
        textsOf(said).map(async (text) => tell({ payload }, said.room, 'told', { text })),
      )
      return {}
    },
  },
  {
    name: 'notice',
    schema: said,
    cost: 'message',
    handle: async ({ payload }, data: z.output<typeof said>) => {
      tellInstances(payload, 'test', data)
      return {}
    },
  },
]

const declare = (config: Config): Config =>
  withInstanceListener(
    withPresence(withSocketEvents(config, { events }), {
      onLeft: async (payload, left, user) => shout(payload, left, 'left', { user }),
      onOffline: async (payload, user) => shout(payload, 'watchers', 'offline', { user }),
    }),
    'test',
    (payload, { room: to, text }) => {
      shout(payload, `${String(to)}:${process.pid}`, 'noticed', { text })
    },
  )

const sanitized = compose(env).then((config) =>
  Object.assign(config, { custom: declare(config as unknown as Config).custom }),
)
const payload = await getPayload({ config: sanitized })
const secure = createSecurityHeaders({
  isHttps: false,
  isDevelopment: false,
  paymentOrigin: 'http://127.0.0.1:1',
})
const server = createHttpServer(
  createRouter({
    payload,
    drain: createDrain(),
    trustProxy: true,
    secure,
    metrics: createMetrics(payload, env.metricsToken),
    health: async () => false,
    apiDocs: async () => false,
    api: createApi(payload, sanitized),
    pages: async (_incoming, outgoing) => answerJson(outgoing, 404, {}),
  }),
)
const { adapter, hears, close } = await connectInstances(payload, env.redisUrl)
const doors = { payload, ownOrigins: env.ownOrigins, corsOrigins: env.corsOrigins }
const sockets = createSockets(server, { ...doors, adapter, prepare: () => undefined })
const detach = await attachSockets(payload, sockets, {
  identify: (handshake) => identify(handshake, doors),
  isClustered: true,
})
const ours = ((payload.config.custom.sweepers ?? []) as Sweeper[]).filter(
  ({ name }) => name === 'socket-heartbeat',
)
const stopSweepers = startSweepers(payload, ours)
await hears
await listen(server, 0, '127.0.0.1')

const stop = async (): Promise<void> => {
  await detach()
  await sockets.close()
  await stopSweepers()
  await close()
  await payload.destroy()
  process.exit(0)
}
process.once('disconnect', () => void stop())
process.send?.({ port: (server.address() as AddressInfo).port })
