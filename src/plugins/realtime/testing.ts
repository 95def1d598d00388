import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Config, Payload } from 'payload'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'

import { createSockets, identify } from '@/server/sockets'

import { socketsOf } from './holder'
import { attachSockets } from './index'

/** The same Payload with more declared in its configuration. */
const withDeclared = (payload: Payload, declare: (config: Config) => Config): Payload =>
  Object.create(payload, {
    config: { value: declare(payload.config as unknown as Config) },
  }) as Payload

/**
 * A socket server of this process, on a port of its own. For tests.
 * @param declare adds events, listeners and the like to the configuration, for this server alone
 */
export const openSockets = async (
  base: Payload,
  declare: (config: Config) => Config = (config) => config,
) => {
  const payload = withDeclared(base, declare)
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const doors = { payload, ownOrigins: [], corsOrigins: [] }
  const sockets = createSockets(server, { ...doors, prepare: () => undefined })
  const detach = await attachSockets(payload, sockets, {
    identify: (handshake) => identify(handshake, doors),
    isClustered: false,
  })
  // What is told with the worker's Payload is heard here, too.
  Object.assign(base, Object.fromEntries([[Symbol.for('sehat.sockets'), socketsOf(payload)]]))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clients: Socket[] = []
  return {
    payload,
    sockets,
    url,
    /** Somebody who is connected, and everything that they hear from then on, in order. */
    connect: async (token: string) => {
      const socket = io(url, {
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        auth: { token },
      })
      clients.push(socket)
      const heard: [event: string, data: unknown][] = []
      socket.onAny((event: string, data: unknown) => heard.push([event, data]))
      const hungUp = new Promise<string>((resolve) => {
        socket.on('disconnect', resolve)
      })
      await new Promise<void>((resolve, reject) => {
        socket.on('connect', resolve)
        socket.on('connect_error', reject)
      })
      /** Sends an event as it is, and waits for its acknowledgement. */
      const ask = async (event: string, ...data: unknown[]): Promise<Record<string, unknown>> =>
        (await socket.emitWithAck(event, ...data)) as Record<string, unknown>
      return { socket, heard, hungUp, ask }
    },
    close: async () => {
      for (const client of clients) client.disconnect()
      await detach()
      await sockets.close()
    },
  }
}
