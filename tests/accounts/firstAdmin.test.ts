import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ApiServer } from '../support/apiServer'
import { startApiServer } from '../support/apiServer'
import { untilBlocked } from '../support/locks'

const PASSWORD = 'rahasia-sekali'

const first = (name: string, rest: Record<string, unknown> = {}) => ({
  name,
  email: `${name}@example.test`,
  password: PASSWORD,
  ...rest,
})

const PATIENT = first('pasien')

describe('the first admin, on an empty database', () => {
  let server: ApiServer
  const roles = async () =>
    (await server.database.query<{ role: string }>('SELECT role FROM users ORDER BY id')).rows.map(
      ({ role }) => role,
    )

  beforeAll(async () => {
    server = await startApiServer()
  })
  afterAll(() => server.stop())

  it('comes before anybody else: until then nobody can register', async () => {
    const answers = [
      await server.call('POST', '/apotek/register', { body: PATIENT }),
      await server.call('POST', '/users', { body: { ...PATIENT, role: 'admin' } }),
      await server.call('POST', '/users/first-register/', { body: first('slash') }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
    const { body } = await server.graphql(
      `mutation { createUser(data: { name: "x", email: "x@example.test", password: "${PASSWORD}",
         role: admin }) { id } }`,
    )
    expect(body).toMatchObject({ errors: [{ extensions: { statusCode: 403 } }] })
    expect(await roles()).toEqual([])
  })

  it.each([
    ['no token', {}],
    ['a wrong token', { setupToken: 'x'.repeat(32) }],
    ['an empty token', { setupToken: '' }],
    ['a token that is no text', { setupToken: { equals: '' } }],
  ])('is refused with %s', async (_name, token) => {
    const { status, body } = await server.call('POST', '/users/first-register', {
      body: first('penyusup', token),
    })
    expect({ status, body }).toMatchObject({
      status: 403,
      body: { errors: [{ message: 'Token penyiapan salah; token tercetak di log server.' }] },
    })
    expect(await roles()).toEqual([])
  })

  it('is one, however many show the token at once', async () => {
    const answers = await Promise.all(
      ['satu', 'dua', 'tiga', 'empat'].map(async (name) =>
        server.call('POST', '/users/first-register', {
          body: first(name, { setupToken: server.setupToken, role: 'patient', disabled: true }),
        }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403])
    expect(await roles()).toEqual(['admin'])
    const { body } = answers.find(({ status }) => status === 200)!
    const { token, user } = body as { token: string; user: Record<string, unknown> }
    expect(user).toMatchObject({ role: 'admin', disabled: false })
    expect(JSON.stringify(user)).not.toContain(server.setupToken)
    const me = await server.call('GET', '/users/me', { token })
    expect(me.body).toMatchObject({ user: { role: 'admin' } })
  })

  it('is the only one: the door is closed afterwards, and patients may come', async () => {
    const again = await server.call('POST', '/users/first-register', {
      body: first('lagi', { setupToken: server.setupToken }),
    })
    expect(again.status).toBe(403)
    const patient = await server.call('POST', '/apotek/register', {
      body: { ...PATIENT, setupToken: server.setupToken },
    })
    expect(patient).toMatchObject({ status: 201, body: { data: { role: 'patient' } } })
    const rest = await server.call('POST', '/users', {
      body: first('rest', { setupToken: server.setupToken, role: 'admin' }),
    })
    expect(rest).toMatchObject({ status: 201, body: { doc: { role: 'patient' } } })
    expect(await roles()).toEqual(['admin', 'patient', 'patient'])
  })

  describe('the last active admin', () => {
    let admin: { id: number; token: string }

    beforeAll(async () => {
      const { rows } = await server.database.query<{ id: number; email: string }>(
        `SELECT id, email FROM users WHERE role = 'admin'`,
      )
      const [{ id, email } = { id: 0, email: '' }] = rows
      const { body } = await server.call('POST', '/users/login', {
        body: { email, password: PASSWORD },
      })
      admin = { id, token: (body as { token: string }).token }
    })

    const change = async (id: number, body: Record<string, unknown>, token = admin.token) =>
      server.call('PATCH', `/users/${id}`, { token, body })

    it.each([
      ['demoted', async () => change(admin.id, { role: 'patient' })],
      ['disabled', async () => change(admin.id, { disabled: true })],
      ['deleted', async () => server.call('DELETE', `/users/${admin.id}`, { token: admin.token })],
    ])('cannot be %s', async (_what, attempt) => {
      expect(await attempt()).toMatchObject({
        status: 409,
        body: { errors: [{ message: 'Harus ada paling sedikit satu admin aktif.' }] },
      })
      expect((await server.call('GET', '/users/me', { token: admin.token })).body).toMatchObject({
        user: { role: 'admin' },
      })
    })

    it('may change everything else', async () => {
      expect((await change(admin.id, { name: 'Nama baru' })).status).toBe(200)
    })

    it('is one of the two who demote each other at once', async () => {
      const made = await server.call('POST', '/users', {
        token: admin.token,
        body: { ...first('kedua'), role: 'admin' },
      })
      const { id } = (made.body as { doc: { id: number } }).doc
      const demote = `UPDATE users SET role = 'patient' WHERE id = $1`
      const [one, other] = [await server.database.connect(), await server.database.connect()]
      try {
        await one.query('BEGIN')
        await one.query(demote, [id])
        const second = expect(other.query(demote, [admin.id])).rejects.toThrow('no admin')
        await untilBlocked(1, server.databaseUrl)
        await one.query('COMMIT')
        await second
      } finally {
        one.release()
        other.release()
      }
      expect((await roles()).filter((role) => role === 'admin')).toHaveLength(1)
    })

    it('stays even when all are deleted at once', async () => {
      const { rows } = await server.database.query<{ id: number }>(
        `UPDATE users SET role = 'admin' RETURNING id`,
      )
      expect(rows.length).toBeGreaterThan(1)
      const { status } = await server.call('DELETE', '/users?where[id][exists]=true', {
        token: admin.token,
      })
      expect(status).toBeLessThan(500)
      expect((await roles()).length).toBeGreaterThan(0)
    })
  })
})
