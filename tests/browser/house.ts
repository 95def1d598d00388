import { createDatabase } from '../support/database'
import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'

export type Person = { id: number; email: string; password: string; token: string }

type Call = <Body>(method: string, path: string, body?: unknown, token?: string) => Promise<Body>

/** A server in production mode, on a database of its own, with an admin and a key to its API. */
export type House = {
  server: RunningServer
  /** What no endpoint would make: the past, and the future. */
  databaseUrl: string
  /** Calls an endpoint that must succeed, as the admin unless a token says otherwise. */
  call: Call
  /** Makes somebody of a role. The first must be an admin; a second of a role needs another e-mail. */
  makePerson: (role: string, name: string, email?: string) => Promise<Person>
}

const PASSWORD = 'rahasia-sekali'

/** The token that the server prints while there is no user. */
export const setupTokenOf = (server: RunningServer): string => {
  const [, token] = /set-up token: (\w+)/.exec(server.logs()) ?? []
  if (!token) throw new Error(`No set-up token was printed:\n${server.logs()}`)
  return token
}

const caller =
  (url: string, adminToken: () => string): Call =>
  async <Body>(method: string, path: string, body?: unknown, token = adminToken()) => {
    const isForm = body instanceof FormData
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(isForm ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return JSON.parse(text) as Body
  }

/** @param env what its server is told beside its database */
export const openHouse = async (name: string, env: Record<string, string> = {}): Promise<House> => {
  const databaseUrl = await createDatabase(`${name}_${process.pid}`)
  const server = await startServer({ databaseUrl, env })
  let adminToken = ''
  const call = caller(server.url, () => adminToken)

  const makePerson: House['makePerson'] = async (role, name, email = `${role}@example.test`) => {
    const login = { email, password: PASSWORD }
    const person = { ...login, name, role, address: 'Jl. Sehat 1' }
    if (adminToken) await call('POST', '/users', person)
    else
      await call('POST', '/users/first-register', { ...person, setupToken: setupTokenOf(server) })
    const { token, data } = await call<{ token: string; data: { id: number } }>(
      'POST',
      '/apotek/login',
      login,
      '',
    )
    adminToken ||= token
    return { id: data.id, token, ...login }
  }
  return { server, databaseUrl, call, makePerson }
}
