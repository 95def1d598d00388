import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** How long a client that is still sending may go on before the connection is closed on it. */
const LINGER_MS = 1_000

const write = (
  outgoing: ServerResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders,
): boolean => {
  if (outgoing.headersSent || outgoing.destroyed) return false
  const text = JSON.stringify(body)
  outgoing.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    ...headers,
  })
  outgoing.write(text)
  return true
}

/** Answers with JSON; the headers that were set before stay. */
export const answerJson = (
  outgoing: ServerResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): void => {
  if (write(outgoing, status, body, headers)) outgoing.end()
}

/**
 * Answers a request whose body is not wanted, and ends its connection. What still comes is thrown away
 * for a moment: closed at once, the connection would be reset before the client has read the answer.
 */
export const answerAndHangUp = (
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  status: number,
  body: unknown,
): void => {
  if (!write(outgoing, status, body, { Connection: 'close' })) return
  const end = () => {
    clearTimeout(timer)
    outgoing.end()
  }
  const timer = setTimeout(end, LINGER_MS)
  incoming.once('end', end).once('close', end).resume()
}
