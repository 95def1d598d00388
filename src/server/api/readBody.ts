import type { IncomingMessage } from 'node:http'

/** The body is larger than its kind may be. */
export class BodyTooLargeError extends Error {
  override name = 'BodyTooLargeError'
}

/** The client went away, or was too slow, before its body was whole. */
export class BodyAbortedError extends Error {
  override name = 'BodyAbortedError'
}

/**
 * Reads a request's body. Time is limited by the server (`requestTimeout`), which then ends the socket.
 * @param limit bytes
 * @throws {BodyTooLargeError} at once when the declared length is too large, else when the count is
 * @throws {BodyAbortedError}
 */
export const readBody = async (incoming: IncomingMessage, limit: number): Promise<Buffer> => {
  if (Number(incoming.headers['content-length'] ?? 0) > limit) throw new BodyTooLargeError()
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const settle = (finish: () => void) => {
      incoming.off('data', onData).off('end', onEnd).off('error', onAbort).off('close', onAbort)
      finish()
    }
    const onData = (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) settle(() => reject(new BodyTooLargeError()))
      else chunks.push(chunk)
    }
    const onEnd = () => settle(() => resolve(Buffer.concat(chunks, size)))
    const onAbort = () => settle(() => reject(new BodyAbortedError()))
    incoming.on('data', onData).on('end', onEnd).on('error', onAbort).on('close', onAbort)
  })
}
