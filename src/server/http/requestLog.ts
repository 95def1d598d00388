import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Payload } from 'payload'

/**
 * One line for each request when it is over: its id, method, path, status and milliseconds. Never a
 * query, a header or a body: they hold tokens and what patients write.
 */
export const logWhenOver = (
  logger: Pick<Payload['logger'], 'debug' | 'error'>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { id, path }: { id: string; path: string },
): void => {
  const startedAt = performance.now()
  const { method } = incoming
  outgoing.once('close', () => {
    const line = {
      id,
      method,
      path,
      status: outgoing.statusCode,
      ms: Math.round(performance.now() - startedAt),
      ...(outgoing.writableFinished ? {} : { aborted: true }),
      msg: 'request',
    }
    if (outgoing.statusCode >= 500) logger.error(line)
    else logger.debug(line)
  })
}
