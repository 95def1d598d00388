import crypto from 'node:crypto'

import type { Payload } from 'payload'
import { beforeAll, describe, expect, it, vi } from 'vitest'

import { makeUser } from '@/plugins/accounts/testing'

import { api, graphql } from '../support/api'
import { rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import { login, PASSWORD, tokenOf, whoIs } from './support'

const NEW_PASSWORD = 'yang-baru-sekali'

let count = 0
const freshEmail = (): string => {
  count += 1
  return `sandi-${process.pid}-${count}@example.test`
}

describe('passwords', () => {
  let payload: Payload
  let admin: Awaited<ReturnType<typeof makeUser>>

  beforeAll(async () => {
    payload = await testPayload()
    admin = await makeUser(payload, 'admin')
  })

  const hashOf = async (id: number) =>
    (await rows('SELECT hash FROM users WHERE id = $1', id))[0]?.hash
  const resetToken = async (email: string): Promise<string> => {
    expect((await api('POST', '/users/forgot-password', { body: { email } })).status).toBe(200)
    const [row] = await rows<{ token: string }>(
      'SELECT reset_password_token AS token FROM users WHERE email = $1',
      email,
    )
    expect(row?.token).toMatch(/^[0-9a-f]{40}$/)
    return row!.token
  }

  describe.each([
    ['7 characters', 'x'.repeat(7), false],
    ['8 characters', 'x'.repeat(8), true],
    ['200 characters', 'x'.repeat(200), true],
    ['201 characters', 'x'.repeat(201), false],
  ])('of %s', (_length, password, fits) => {
    const expected = fits ? 'is taken' : 'is refused'

    it(`${expected} by REST and GraphQL when somebody registers`, async () => {
      const [rest, graph] = [freshEmail(), freshEmail()]
      const { status } = await api('POST', '/users', {
        body: { name: 'x', email: rest, password },
      })
      expect(status).toBe(fits ? 201 : 400)
      await graphql(
        `mutation { createUser(data: { name: "x", email: "${graph}", password: "${password}",
           role: patient }) { id } }`,
      )
      const { length } = await rows('SELECT 1 FROM users WHERE email IN ($1, $2)', rest, graph)
      expect(length).toBe(fits ? 2 : 0)
    })

    it(`${expected} when it is changed: alone, in bulk, and over GraphQL`, async () => {
      const { token: own, user } = await makeUser(payload, 'patient')
      const { token } = admin
      const changes = [
        async () => api('PATCH', `/users/${user.id}`, { token: own, body: { password } }),
        async () =>
          api('PATCH', `/users?where[id][equals]=${user.id}`, { token, body: { password } }),
        async () =>
          graphql(
            `mutation { updateUser(id: ${user.id}, data: { password: "${password}" }) { id } }`,
            { token },
          ),
      ]
      for (const change of changes) {
        const before = await hashOf(user.id)
        await change()
        expect((await hashOf(user.id)) !== before).toBe(fits)
      }
      expect((await login(user.email, fits ? password : PASSWORD)).status).toBe(200)
    })

    it(`${expected} when it is reset, by REST and GraphQL`, async () => {
      const { user } = await makeUser(payload, 'patient')
      const token = await resetToken(user.email)
      const { status } = await api('POST', '/users/reset-password', { body: { token, password } })
      expect(status).toBe(fits ? 200 : 400)
      const other = (await makeUser(payload, 'patient')).user
      const before = await hashOf(other.id)
      await graphql(
        `mutation { resetPasswordUser(token: "${await resetToken(other.email)}",
           password: "${password}") { token } }`,
      )
      expect((await hashOf(other.id)) !== before).toBe(fits)
    })
  })

  it.each([
    ['a number', 12_345_678],
    ['a list', ['xxxxxxxx']],
    ['an object', { length: 10 }],
    ['true', true],
  ])('that are %s are refused everywhere', async (_what, password) => {
    const { token, user } = await makeUser(payload, 'patient')
    const body = { name: 'x', email: freshEmail(), password }
    const answers = [
      await api('POST', '/users', { body }),
      await api('POST', '/apotek/register', { body }),
      await api('PATCH', `/users/${user.id}`, { token, body: { password } }),
      await api('POST', '/users/login', { body: { email: user.email, password } }),
      await api('POST', '/users/reset-password', {
        body: { token: await resetToken(user.email), password },
      }),
    ]
    for (const { status } of answers) expect([400, 422]).toContain(status)
    expect((await login(user.email)).status).toBe(200)
  })

  it('end every other session of their user when they change, and every one of another’s hand', async () => {
    const { token, user } = await makeUser(payload, 'patient')
    const other = await tokenOf(user.email)
    const own = await api('PATCH', `/users/${user.id}`, { token, body: { password: NEW_PASSWORD } })
    expect(own.status).toBe(200)
    expect([await whoIs(token), await whoIs(other)]).toEqual([user.id, null])
    expect((await login(user.email)).status).toBe(401)

    const third = await tokenOf(user.email, NEW_PASSWORD)
    const byAdmin = { token: admin.token, body: { password: PASSWORD } }
    expect((await api('PATCH', `/users/${user.id}`, byAdmin)).status).toBe(200)
    expect([await whoIs(token), await whoIs(third)]).toEqual([null, null])
    expect(await whoIs(admin.token)).toBe(admin.user.id)
    expect((await login(user.email)).status).toBe(200)
  })

  it('end sessions over GraphQL in the same way', async () => {
    const { token, user } = await makeUser(payload, 'patient')
    const other = await tokenOf(user.email)
    await graphql(
      `mutation { updateUser(id: ${user.id}, data: { password: "${NEW_PASSWORD}" }) { id } }`,
      { token },
    )
    expect([await whoIs(token), await whoIs(other)]).toEqual([user.id, null])
  })

  describe('that are forgotten', () => {
    it('are set anew by the link, once, and every old session ends', async () => {
      const { token: old, user } = await makeUser(payload, 'patient')
      const token = await resetToken(user.email)
      const { status, body } = await api('POST', '/users/reset-password', {
        body: { token, password: NEW_PASSWORD },
      })
      expect(status).toBe(200)
      const { token: fresh } = body as { token: string }
      expect([await whoIs(old), await whoIs(fresh)]).toEqual([null, user.id])
      expect((await login(user.email)).status).toBe(401)
      expect((await login(user.email, NEW_PASSWORD)).status).toBe(200)
      const again = { token, password: PASSWORD }
      expect((await api('POST', '/users/reset-password', { body: again })).status).toBe(403)
    })

    it.each<[string, unknown]>([
      ['no token', undefined],
      ['null', null],
      ['an empty token', ''],
      ['an operator', { exists: true }],
      ['a list', []],
      ['a number', 0],
    ])('are not set by %s', async (_what, token) => {
      const { user } = await makeUser(payload, 'patient')
      await resetToken(user.email)
      const body = { token, password: NEW_PASSWORD }
      const { status } = await api('POST', '/users/reset-password', { body })
      expect([400, 403]).toContain(status)
      expect((await login(user.email)).status).toBe(200)
    })

    it.each<[string, Record<string, unknown>]>([
      ['the password', { password: NEW_PASSWORD }],
      ['the e-mail', { email: `pindah-${process.pid}@example.test` }],
      ['the role', { role: 'patient' }],
    ])('are not set by a link that is older than a change of %s', async (_what, body) => {
      const { user } = await makeUser(payload, 'cashier')
      const token = await resetToken(user.email)
      await api('PATCH', `/users/${user.id}`, { token: admin.token, body })
      const reset = { token, password: 'punya-penyusup' }
      expect((await api('POST', '/users/reset-password', { body: reset })).status).toBe(403)
    })

    it('stay forgotten when the account is disabled', async () => {
      const { user } = await makeUser(payload, 'patient')
      await payload.update({ collection: 'users', id: user.id, data: { disabled: true } })
      const before = await hashOf(user.id)
      const token = await resetToken(user.email)
      const body = { token, password: NEW_PASSWORD }
      expect((await api('POST', '/users/reset-password', { body })).status).toBe(401)
      expect(await hashOf(user.id)).toBe(before)
    })

    it('tell nobody who exists: known and unknown e-mails get the same answer', async () => {
      const { user } = await makeUser(payload, 'patient')
      const ask = async (email: string) => {
        const { status, body } = await api('POST', '/users/forgot-password', { body: { email } })
        const graph = await graphql(`mutation { forgotPasswordUser(email: "${email}") }`)
        return { status, body, graph: graph.body as unknown }
      }
      expect(await ask(user.email)).toEqual(await ask(freshEmail()))
    })
  })

  it('cost the same work whether the e-mail is known or not', async () => {
    const { user } = await makeUser(payload, 'patient')
    const pbkdf2 = vi.spyOn(crypto, 'pbkdf2')
    const workOf = async (path: string, email: string) => {
      pbkdf2.mockClear()
      const { status } = await api('POST', path, { body: { email, password: 'salah-sekali' } })
      expect(status).toBe(401)
      return pbkdf2.mock.calls.map(([, , iterations, length, digest]) => [
        iterations,
        length,
        digest,
      ])
    }
    try {
      for (const path of ['/users/login', '/apotek/login']) {
        const known = await workOf(path, user.email)
        expect(known).toHaveLength(1)
        expect(await workOf(path, freshEmail())).toEqual(known)
      }
    } finally {
      pbkdf2.mockRestore()
    }
  })

  it('and the account itself can be deleted, unless it has a history', async () => {
    const { token, user } = await makeUser(payload, 'patient')
    const deleted = await api('DELETE', `/users/${user.id}`, { token: admin.token })
    expect(deleted.status).toBe(200)
    expect(await whoIs(token)).toBe(null)
    expect(await rows('SELECT 1 FROM users_sessions WHERE _parent_id = $1', user.id)).toEqual([])

    const buyer = await makeUser(payload, 'patient')
    await rows(
      `INSERT INTO orders (user_id, status, payment_status, total_price)
       VALUES ($1, 'pending', 'pending', 0)`,
      buyer.user.id,
    )
    const inTheBooks = 'Pengguna ini tercatat di transaksi. Nonaktifkan saja.'
    expect(await api('DELETE', `/users/${buyer.user.id}`, { token: admin.token })).toMatchObject({
      status: 409,
      body: { errors: [{ message: inTheBooks }] },
    })
    expect(await whoIs(buyer.token)).toBe(buyer.user.id)

    const seller = await makeUser(payload, 'cashier')
    await rows(
      'INSERT INTO shifts (cashier_id, opened_at, opening_float) VALUES ($1, now(), 0)',
      seller.user.id,
    )
    const idle = await makeUser(payload, 'patient')
    const ids = [buyer, seller, idle].map((one) => one.user.id)
    const several = `/users?where[id][in]=${ids.join()}`
    expect(await api('DELETE', several, { token: admin.token })).toMatchObject({
      status: 400,
      body: {
        docs: [{ id: idle.user.id }],
        errors: [
          { id: expect.any(Number), message: inTheBooks },
          { id: expect.any(Number), message: inTheBooks },
        ],
      },
    })
    expect(await whoIs(seller.token)).toBe(seller.user.id)
    expect(await whoIs(idle.token)).toBe(null)
  })
})
