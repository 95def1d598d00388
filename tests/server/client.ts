import { connect } from 'node:net'

import type { RunningServer } from '../support/server'

export const JSON_TYPE = { 'Content-Type': 'application/json' }

/** `body` is what a test expects it to be; where it is not, the test fails. */
export type Answer = { status: number; headers: Headers; body: ReturnType<typeof JSON.parse> }

/** Asks over HTTP as a client does; JSON is parsed, redirects are shown. */
export const ask = async (
  { url }: Pick<RunningServer, 'url'>,
  path: string,
  init: RequestInit = {},
): Promise<Answer> => {
  const response = await fetch(`${url}${path}`, { redirect: 'manual', ...init })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? JSON.parse(text) : text,
  }
}

export const post = async (
  server: Pick<RunningServer, 'url'>,
  path: string,
  body: BodyInit,
  headers: Record<string, string> = JSON_TYPE,
): Promise<Answer> => ask(server, path, { method: 'POST', body, headers })

/** A connection on which a test writes what it wants, for what fetch would put right. */
export const openRaw = ({ url }: Pick<RunningServer, 'url'>) => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let received = ''
  socket.setEncoding('utf8').on('data', (text: string) => (received += text))
  const closed = new Promise<string>((resolve, reject) => {
    socket.on('error', reject).on('close', () => resolve(received))
  })
  return {
    write: (text: string) => socket.write(text),
    received: () => received,
    /** All that came, when the server has closed the connection. */
    closed,
  }
}
