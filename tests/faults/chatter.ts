import { EventEmitter, once } from 'node:events'

import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'

const ACK_MS = 5_000
const IN_FLIGHT = 8

type Message = { seq: number; content: string; client_id: string; sender: { id: number } }
type Ack = {
  ok: boolean
  message?: string
  data: Message
  messages?: Message[]
}

/**
 * A client as a careful app has it: what is not acknowledged is sent again with its `client_id`, and
 * after each connection it says which `seq` it had last.
 */
export const startChatter = (
  url: string,
  { token, consultation, prefix }: { token: string; consultation: number; prefix: string },
) => {
  const socket: Socket = io(url, {
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 100,
    timeout: 2_000,
  })
  const events = new EventEmitter()
  /** Every `seq` in the order of its arrival, however it came. */
  const received: number[] = []
  const acknowledged = new Map<string, number>()
  const refusals: string[] = []
  const outbox: string[] = []
  let connections = 0
  let isJoined = false

  const receive = (messages: Message[]): void => {
    received.push(...messages.map(({ seq }) => seq))
    events.emit('progress')
  }
  /** What an acknowledgement brings is received at once: the next packet may come in the same turn. */
  const emit = async (event: string, data: Record<string, unknown>): Promise<Ack | null> =>
    new Promise((resolve) => {
      const said = { consultation_id: consultation, ...data }
      socket.timeout(ACK_MS).emit(event, said, (error: Error | null, ack: Ack) => {
        if (!error && ack.messages) receive(ack.messages)
        resolve(error ? null : ack)
      })
    })

  /** Sends what is not acknowledged, a few at a time and in order; a connection that ends ends it. */
  const flush = async (connection: number): Promise<void> => {
    while (connection === connections && isJoined && outbox.length > 0) {
      const batch = outbox.slice(0, IN_FLIGHT)
      const sent = batch.map(async (name) => {
        const ack = await emit('send_message', { content: name, client_id: name })
        if (ack?.ok) acknowledged.set(name, ack.data.seq)
        else if (ack) refusals.push(`${name}: ${ack.message}`)
        return ack !== null
      })
      const outcomes = await Promise.all(sent)
      const failed = outcomes.indexOf(false)
      outbox.splice(0, failed === -1 ? batch.length : failed)
      events.emit('progress')
    }
  }

  const join = async (): Promise<void> => {
    const connection = (connections += 1)
    const ack = await emit('join_consultation', { after: received.at(-1) ?? 0 })
    if (connection !== connections) return
    if (!ack) {
      // What the answer would have brought counts as sent: only a new connection asks again.
      socket.io.engine.close()
      return
    }
    if (!ack.ok) throw new Error(ack.message)
    isJoined = true
    await flush(connection)
  }
  socket.on('new_message', (message: Message) => receive([message]))
  socket.on('connect', () => void join())
  socket.on('disconnect', () => {
    isJoined = false
    connections += 1
  })

  return {
    received,
    acknowledged,
    refusals,
    /** How often it had to come in again. */
    connections: () => connections,
    say: (count: number): void => {
      outbox.push(...Array.from({ length: count }, (_, index) => `${prefix}-${index}`))
      if (isJoined) void flush(connections)
    },
    /** Waits until `isSo`, looked at after everything that happens. */
    until: async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) await once(events, 'progress')
    },
    close: () => socket.disconnect(),
  }
}

export type Chatter = ReturnType<typeof startChatter>
