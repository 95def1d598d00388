import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Payload } from 'payload'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'

import { createSockets, identify } from '@/server/sockets'

import { attachSockets } from './index'

/** A socket server of this process, on a port of its own. For tests. */
export const openSockets = async (payload: Payload) => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const doors = { payload, ownOrigins: [], corsOrigins: [] }
  const sockets = createSockets(server, { ...doors, prepare: () => undefined })
  attachSockets(payload, sockets, (handshake) => identify(handshake, doors))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clients: Socket[] = []
  return {
    sockets,
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
      return { socket, heard, hungUp }
    },
    close: async () => {
      for (const client of clients) client.disconnect()
      await sockets.close()
    },
  }
}
