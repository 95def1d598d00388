import type { Socket } from 'socket.io-client'

/** What the server acknowledged; `null`: no answer came, and nobody knows whether it was heard. */
export type Acknowledged<Fields> =
  ({ ok: true } & Fields) | { ok: false; message: string } | { ok: null }

const ANSWER_MS = 10_000

/**
 * Sends an event that is acknowledged. Never throws, and keeps nothing for later: without a connection
 * it was not sent. A connection that is there but does not answer is given up, and made anew.
 */
export const askServer = async <Fields>(
  socket: Socket,
  event: string,
  data: Record<string, unknown>,
): Promise<Acknowledged<Fields>> => {
  if (!socket.connected) return { ok: null }
  try {
    const answer: unknown = await socket.timeout(ANSWER_MS).emitWithAck(event, data)
    return answer as Acknowledged<Fields>
  } catch {
    // The engine below is closed, not the socket: that connects again by itself.
    if (socket.connected) socket.io.engine.close()
    return { ok: null }
  }
}
