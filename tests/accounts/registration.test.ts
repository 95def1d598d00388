import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { makeUser } from '@/plugins/accounts/testing'

import { api, graphql } from '../support/api'
import { rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import { PASSWORD } from './support'

type Account = Awaited<ReturnType<typeof makeUser>>

let count = 0
const newcomer = (rest: Record<string, unknown> = {}) => {
  count += 1
  return {
    name: 'Siti',
    email: `siti-${process.pid}-${count}@example.test`,
    password: PASSWORD,
    ...rest,
  }
}

/** Everything by which somebody could try to become more than a patient. */
const GREEDY = {
  role: 'admin',
  disabled: true,
  credentialsVersion: 7,
  sessions: [{ id: 'mine', expiresAt: '2099-01-01T00:00:00.000Z' }],
  createdAt: '2001-01-01T00:00:00.000Z',
  hash: 'x',
  salt: 'x',
  resetPasswordToken: 'x',
  id: 999_999,
  collection: 'users',
  _strategy: 'local-jwt',
}

const asForm = (data: Record<string, unknown>): FormData => {
  const form = new FormData()
  form.set('_payload', JSON.stringify(data))
  return form
}

describe('registration, through every door', () => {
  let payload: Payload
  let admin: Account
  let patient: Account

  beforeAll(async () => {
    payload = await testPayload()
    admin = await makeUser(payload, 'admin')
    patient = await makeUser(payload, 'patient')
  })

  const made = async (email: string) => {
    const [user] = await rows(
      `SELECT role, coalesce(disabled, false) AS disabled, credentials_version::int AS version,
              created_at > now() - interval '1 hour' AS new, id = 999999 AS chosen,
              (SELECT count(*)::int FROM users_sessions WHERE _parent_id = users.id) AS sessions
         FROM users WHERE email = $1`,
      email,
    )
    return user
  }
  const PATIENT = {
    role: 'patient',
    disabled: false,
    version: 0,
    new: true,
    chosen: false,
    sessions: 0,
  }
  const signsIn = async (email: string, password = PASSWORD) =>
    (await api('POST', '/users/login', { body: { email, password } })).status === 200

  it.each([
    ['JSON', (data: Record<string, unknown>) => data],
    ['a form', asForm],
  ])('REST makes a patient of whoever asks, in %s', async (_kind, pack) => {
    const data = newcomer(GREEDY)
    const { status } = await api('POST', '/users', { body: pack(data) })
    expect(status).toBe(201)
    expect(await made(data.email)).toEqual(PATIENT)
    expect(await signsIn(data.email)).toBe(true)
  })

  it('GraphQL makes a patient of whoever asks', async () => {
    const data = newcomer()
    const { body } = await graphql(
      `
        mutation ($email: String!, $password: String!) {
          createUser(
            data: {
              name: "Siti"
              email: $email
              password: $password
              role: admin
              disabled: true
              credentialsVersion: 7
              sessions: [{ id: "mine", expiresAt: "2099-01-01T00:00:00.000Z" }]
            }
          ) {
            id
            role
          }
        }
      `,
      { variables: { email: data.email, password: data.password } },
    )
    expect(body).toMatchObject({ data: { createUser: { role: 'patient' } } })
    expect(await made(data.email)).toEqual(PATIENT)
  })

  it.each([
    ['a role that is a list', { role: ['admin'] }],
    ['a role in another case', { role: 'ADMIN' }],
    ['an unknown role', { role: 'root' }],
    ['no role', { role: null }],
  ])('makes a patient even with %s', async (_what, rest) => {
    const data = newcomer(rest)
    expect((await api('POST', '/users', { body: data })).status).toBe(201)
    expect(await made(data.email)).toEqual(PATIENT)
  })

  it('answers a newcomer with nothing that is the server’s', async () => {
    const { status, body } = await api('POST', '/users', { body: newcomer() })
    expect(status).toBe(201)
    const text = JSON.stringify(body)
    for (const secret of ['hash', 'salt', 'resetPassword', 'setupToken', '"password"']) {
      expect(text).not.toContain(secret)
    }
  })

  it.each(['patient', 'cashier', 'doctor', 'editor'] as const)(
    'a signed-in %s makes no users',
    async (role) => {
      const { token } = await makeUser(payload, role)
      const data = newcomer()
      expect((await api('POST', '/users', { token, body: data })).status).toBe(403)
      const { body } = await graphql(
        `mutation { createUser(data: { name: "x", email: "${data.email}", password: "${PASSWORD}",
           role: patient }) { id } }`,
        { token },
      )
      expect(body).toMatchObject({ errors: [{ extensions: { statusCode: 403 } }] })
      expect(await made(data.email)).toBeUndefined()
    },
  )

  it('an admin makes whomever they want', async () => {
    const data = newcomer({ role: 'cashier' })
    const { status, body } = await api('POST', '/users', { token: admin.token, body: data })
    expect({ status, body }).toMatchObject({ status: 201, body: { doc: { role: 'cashier' } } })
  })

  it('has no duplicate door, not even for admins', async () => {
    const target = `/users/${admin.user.id}/duplicate`
    for (const { token } of [patient, admin]) {
      expect((await api('POST', target, { token, body: newcomer() })).status).toBe(404)
    }
    const { body } = await graphql(`mutation { duplicateUser(id: ${admin.user.id}) { id } }`, {
      token: admin.token,
    })
    expect(JSON.stringify(body)).toContain('Cannot query field \\"duplicateUser\\"')
  })

  it.each([
    ['role', { role: 'admin' }],
    ['disabled', { disabled: true }],
    ['everything', { ...GREEDY, name: 'Nama baru' }],
  ])('nobody changes their own rights over REST: %s', async (_what, body) => {
    const { token, user } = await makeUser(payload, 'patient')
    const { status } = await api('PATCH', `/users/${user.id}`, { token, body })
    expect(status).toBe(200)
    expect(await made(user.email)).toEqual({ ...PATIENT, sessions: 1 })
    expect(await signsIn(user.email)).toBe(true)
  })

  it('nobody changes their own rights in bulk, in a form, or over GraphQL', async () => {
    const { token, user } = await makeUser(payload, 'patient')
    const where = `where[id][equals]=${user.id}`
    await api('PATCH', `/users?${where}`, { token, body: { role: 'admin' } })
    await api('PATCH', `/users/${user.id}`, { token, body: asForm({ role: 'admin' }) })
    const { body } = await graphql(
      `mutation { updateUser(id: ${user.id}, data: { role: admin, name: "x" }) { role name } }`,
      { token },
    )
    expect(body).toMatchObject({ data: { updateUser: { role: 'patient', name: 'x' } } })
    expect((await made(user.email))?.role).toBe('patient')
  })

  it('nobody changes others: alone, in bulk, or over GraphQL', async () => {
    const { user } = admin
    const { token } = patient
    const change = { name: 'Dirampas', password: 'dirampas-semua' }
    expect((await api('PATCH', `/users/${user.id}`, { token, body: change })).status).toBe(403)
    const bulk = await api('PATCH', `/users?where[id][equals]=${user.id}`, { token, body: change })
    expect(bulk.body).toMatchObject({ docs: [] })
    const { body } = await graphql(
      `mutation { updateUser(id: ${user.id}, data: { name: "Dirampas" }) { id } }`,
      { token },
    )
    expect(body).toMatchObject({ errors: [{ extensions: { statusCode: 403 } }] })
    expect((await api('DELETE', `/users/${user.id}`, { token })).status).toBe(403)
    expect((await api('DELETE', `/users/${patient.user.id}`, { token })).status).toBe(403)
    expect(await signsIn(user.email)).toBe(true)
  })

  it('relations take ids of users, and make none', async () => {
    const email = newcomer().email
    const user = { name: 'x', email, password: PASSWORD, role: 'admin' }
    const { token } = await makeUser(payload, 'cashier')
    const doors = [
      ['/orders', { user, items: [] }],
      ['/stock-movements', { createdBy: user, quantity: 1 }],
    ] as const
    for (const [path, body] of doors) {
      expect((await api('POST', path, { token, body })).status).toBeGreaterThanOrEqual(400)
    }
    expect(await made(email)).toBeUndefined()
  })
})
