import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** How long requests that are under way may take to end. */
const PATIENCE_MS = 25_000

type Options = {
  server: Server
  /** Between "not ready" and "no more connections": load balancers ask every second or few. */
  noticeMs: number
  /** Takes no more connections, closes sockets; resolves when the last request is over. */
  close: () => Promise<unknown>
}

/**
 * Knows which requests are under way, and ends service without cutting one off: first readiness says no,
 * then no more connections are taken, and each connection is closed after its answer.
 */
export const createDrain = () => {
  const underWay = new Set<ServerResponse>()
  let isDraining = false

  const hangUpAfter = (outgoing: ServerResponse): void => {
    if (!outgoing.headersSent) outgoing.setHeader('Connection', 'close')
  }

  return {
    isDraining: (): boolean => isDraining,

    /** To be told of every request. */
    track: (_incoming: IncomingMessage, outgoing: ServerResponse): void => {
      underWay.add(outgoing)
      outgoing.once('close', () => underWay.delete(outgoing))
      if (isDraining) hangUpAfter(outgoing)
    },

    drain: async ({ server, noticeMs, close }: Options): Promise<void> => {
      isDraining = true
      underWay.forEach(hangUpAfter)
      await delay(noticeMs)
      const closed = close()
      // An answer that had begun before the drain keeps its connection alive after it.
      const sweep = setInterval(() => server.closeIdleConnections(), 100)
      await Promise.race([closed, delay(PATIENCE_MS, undefined, { ref: false })])
      clearInterval(sweep)
      server.closeAllConnections()
      await closed
    },
  }
}

export type Drain = ReturnType<typeof createDrain>
