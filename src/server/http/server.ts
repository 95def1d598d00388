import type { RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'
import type { Socket } from 'node:net'

import { PlainFault } from '../progress'

/** Milliseconds. Keep-alive outlasts what load balancers keep (60 s), so that they close first. */
const TIMEOUTS = {
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
} as const

const FAULTS: Record<string, [line: string, message: string]> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'Header terlalu besar.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'Permintaan terlalu lambat.'],
}
const MALFORMED: [line: string, message: string] = ['400 Bad Request', 'Permintaan tidak valid.']

/** What is no HTTP at all is answered here; Node knows no response object for it. */
const answerFault = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const [line, message] = FAULTS[error.code ?? ''] ?? MALFORMED
  const body = JSON.stringify({ message })
  socket.end(
    `HTTP/1.1 ${line}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

/** Node's HTTP server with bounded patience. */
export const createHttpServer = (listener: RequestListener): Server => {
  const server = createServer({ ...TIMEOUTS }, listener)
  server.on('clientError', (error, socket) => answerFault(error, socket as Socket))
  return server
}

/**
 * Listens.
 * @throws {PlainFault} one sentence that says what to do when the port cannot be had
 */
export const listen = async (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const refuse = ({ code, message }: NodeJS.ErrnoException) =>
      reject(new PlainFault(LISTEN_FAULTS[code ?? '']?.(port, host) ?? message))
    server.once('error', refuse)
    server.listen(port, host, () => {
      server.off('error', refuse)
      resolve()
    })
  })

const LISTEN_FAULTS: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port) =>
    `Port ${port} is already in use: stop the other program, or choose another port with PORT.`,
  EACCES: (port) => `Port ${port} needs rights that this user lacks: choose another with PORT.`,
  EADDRNOTAVAIL: (_port, host) => `This machine has no address ${host}: set HOST to one it has.`,
}

/** Asks for a port, and gives it back: a taken one is found out before anything else is started. */
export const assertPortIsFree = async (port: number, host: string): Promise<void> => {
  const probe = createServer()
  await listen(probe, port, host)
  await new Promise((resolve) => probe.close(resolve))
}
