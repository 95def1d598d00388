import type { Role } from '@/access/roles'
import { closingOf } from '@/plugins/assistant/operations/closing'

import { startApiServer } from '../support/apiServer'
import { startGemini } from '../support/gemini'
import type { Person } from '../support/people'
import { makePeople } from '../support/people'

const SECRET = process.env.PAYLOAD_SECRET ?? ''

export const ask = (text: string) => ({ messages: [{ role: 'user', content: text }] })
/** As AI SDK 5 and later send it. */
export const askModern = (text: string) => ({
  id: 'talk-1',
  trigger: 'submit-message',
  messages: [{ id: 'm1', role: 'user', parts: [{ type: 'text', text }] }],
})

type Options = {
  token?: string | undefined
  headers?: Record<string, string>
  signal?: AbortSignal
  /** The client's address. */
  from?: string
}

/** The API as it is served, in a process of its own, and the Gemini that it asks. */
export const startAssistant = async (env: Record<string, string> = {}) => {
  const gemini = await startGemini()
  const server = await startApiServer({ env: { ...gemini.env, LOG_LEVEL: 'debug', ...env } })
  const people = async (role: Role, count: number) =>
    makePeople({ database: server.database, secret: SECRET }, role, count)
  const person = async (role: Role = 'patient'): Promise<Person> => {
    const [one] = await people(role, 1)
    if (!one) throw new Error('Nobody was made.')
    return one
  }
  const admin = await person('admin')
  const url = `http://127.0.0.1:${server.port}`
  return {
    gemini,
    server,
    url,
    admin,
    people,
    person,
    /** Posts a talk; the answer's body is not read yet. */
    chat: async (
      body: unknown,
      { token, headers, signal, from = '198.51.100.1' }: Options = {},
    ): Promise<Response> =>
      fetch(`${url}/api/chat`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Forwarded-For': from,
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
        body: JSON.stringify(body),
        ...(signal ? { signal } : {}),
      }),
    /** As the panel does. */
    set: async (data: Record<string, unknown>): Promise<void> => {
      const { status, body } = await server.call('POST', '/globals/assistant', {
        token: admin.token,
        body: data,
      })
      if (status !== 200) throw new Error(JSON.stringify(body))
    },
    stop: async (): Promise<void> => {
      await server.stop()
      await gemini.stop()
    },
  }
}

export type Assistant = Awaited<ReturnType<typeof startAssistant>>

/** A promise that a test keeps when it wants to. */
export const gate = () => {
  let open: (value?: unknown) => void = () => undefined
  const opened = new Promise((resolve) => {
    open = resolve
  })
  return { opened, open }
}

/** The disclaimer under an answer, as it stands in a stream's JSON. */
export const CLOSING = closingOf([])
