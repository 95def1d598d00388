import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http'

import jsonwebtoken from 'jsonwebtoken'
import type { Payload, PayloadRequest, TypedUser } from 'payload'
import { executeAuthStrategies } from 'payload'
import type { DefaultEventsMap, ServerOptions, Socket } from 'socket.io'
import { Server } from 'socket.io'

import { signInUnavailable } from '@/lib/refusals'
import { readToken } from '@/plugins/accounts/readToken'

export const SOCKET_PATH = '/socket.io/'

const MAX_MESSAGE_BYTES = 100_000
const MAX_TOKEN_LENGTH = 4_096
/** Who has not come in by then, or was refused, is hung up on. */
const CONNECT_TIMEOUT_MS = 5_000

type SocketData = { user: TypedUser; expiresAt?: number }
export type SocketServer = Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketData>
type Handshake = Socket['handshake']

type Options = {
  payload: Payload
  /** Where our own pages live: their cookie signs a socket in. */
  ownOrigins: string[]
  /** Other origins whose apps may connect, with a token. */
  corsOrigins: string[]
  /** Marks and secures a handshake as the server does any request. */
  prepare: (incoming: IncomingMessage, outgoing: ServerResponse) => void
  /** Carries events between instances; absent: there is one. */
  adapter?: ServerOptions['adapter']
}

/**
 * What signs a handshake in: the token in `auth.token` (an absent Origin is fine, a foreign one never),
 * else the cookie of a page of ours.
 * @returns headers for Payload's auth strategies, or null
 */
const credentialsOf = (
  { auth, headers }: Pick<Handshake, 'auth' | 'headers'>,
  { ownOrigins, corsOrigins }: Pick<Options, 'ownOrigins' | 'corsOrigins'>,
): Headers | null => {
  const { origin, cookie } = headers
  const isOwn = origin !== undefined && ownOrigins.includes(origin)
  if (origin !== undefined && !isOwn && !corsOrigins.includes(origin)) return null
  const { token } = auth as { token?: unknown }
  if (token !== undefined && token !== null) {
    const isToken = typeof token === 'string' && token.length <= MAX_TOKEN_LENGTH
    return isToken && /^[\w.~+/=-]+$/.test(token)
      ? new Headers({ authorization: `Bearer ${token}` })
      : null
  }
  return isOwn && cookie ? new Headers({ cookie, origin }) : null
}

/** When the token of a handshake ends, in milliseconds; a session may end before. */
const expiryOf = (headers: Headers, payload: Payload): number | undefined => {
  const token = readToken(headers, payload)
  const claims = token ? jsonwebtoken.decode(token, { json: true }) : null
  return claims?.exp === undefined ? undefined : claims.exp * 1000
}

/**
 * Who a socket is: asked when it comes in, and again whenever its session may have ended.
 * @throws {ApiError} 503 while the database cannot tell
 */
export const identify = async (
  handshake: Pick<Handshake, 'auth' | 'headers'>,
  options: Pick<Options, 'payload' | 'ownOrigins' | 'corsOrigins'>,
): Promise<TypedUser | null> => {
  const headers = credentialsOf(handshake, options)
  if (!headers) return null
  const context: PayloadRequest['context'] = {}
  const req = { context } as PayloadRequest
  const { user } = await executeAuthStrategies({ headers, payload: options.payload, req })
  if (!user && context.signInUnavailable === true) throw signInUnavailable()
  return user
}

/**
 * Ends a connection as a network does. Clients take a refusal for the last word, and come back by
 * themselves from this.
 */
const loseConnection = (socket: Socket, next: (error: Error) => void): void => {
  socket.conn.close()
  // Forgets the socket; nobody is there to be told.
  next(signInUnavailable())
}

/** A connection is one socket's: several would count as one, and be told everything so many times. */
const admitOnce = (io: SocketServer): void => {
  const used = new WeakSet<object>()
  io.use((socket, next) => {
    if (used.has(socket.conn)) return loseConnection(socket, next)
    used.add(socket.conn)
    next()
  })
}

/**
 * The socket server at /socket.io/. Only users come in: `socket.data.user` says who, and everybody else
 * is answered `Unauthenticated.`
 */
export const createSockets = (server: HttpServer, options: Options): SocketServer => {
  const io: SocketServer = new Server(server, {
    path: SOCKET_PATH,
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    connectTimeout: CONNECT_TIMEOUT_MS,
    ...(options.adapter ? { adapter: options.adapter } : {}),
    cors: { origin: [...options.ownOrigins, ...options.corsOrigins], credentials: true },
  })
  io.engine.use(
    (incoming: IncomingMessage, outgoing: ServerResponse, next: (error?: Error) => void) => {
      options.prepare(incoming, outgoing)
      next()
    },
  )
  admitOnce(io)
  io.use((socket, next) => {
    identify(socket.handshake, options).then(
      (user) => {
        if (!user) return next(new Error('Unauthenticated.'))
        socket.data.user = user
        const expiresAt = expiryOf(
          credentialsOf(socket.handshake, options) ?? new Headers(),
          options.payload,
        )
        if (expiresAt !== undefined) socket.data.expiresAt = expiresAt
        next()
      },
      () => loseConnection(socket, next),
    )
  })
  return io
}
