import { EventEmitter } from 'node:events'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'

import { SOCKET_PATH } from './sockets'

/**
 * Next attaches itself to the server that it is given, and would take part in every upgrade. It gets
 * this emitter in the server's place, and hears only of what is not ours (its hot reload, in
 * development).
 */
export const createUpgrades = (isDevelopment: boolean) => {
  const emitter = new EventEmitter()
  const handedOn = new Set<Duplex>()

  const handOn = (incoming: IncomingMessage, socket: Duplex, head: Buffer): void => {
    handedOn.add(socket)
    socket.once('close', () => handedOn.delete(socket))
    emitter.emit('upgrade', incoming, socket, head)
  }
  const refuse = (socket: Duplex): void => {
    socket.on('error', () => socket.destroy())
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  }

  return {
    /** In the shape that `next({ httpServer })` wants. */
    forNext: emitter as Server,
    attach: (server: Server): void => {
      server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
        if (incoming.url?.startsWith(SOCKET_PATH)) return
        if (isDevelopment) handOn(incoming, socket, head)
        else refuse(socket)
      })
    },
    /** Node counts upgraded connections among those that a closing server waits for. */
    close: (): void => {
      for (const socket of handedOn) socket.destroy()
    },
  }
}
