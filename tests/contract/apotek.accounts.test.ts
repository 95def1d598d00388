import { beforeAll, describe, expect, it } from 'vitest'

import { makeUser } from '@/plugins/accounts/testing'

import type { ApotekAnswer } from '../support/apotek'
import { apotek, rows } from '../support/apotek'
import { testPayload } from '../support/payload'

const PASSWORD = 'rahasia-sekali'
const USER_FIELDS = ['address', 'email', 'id', 'name', 'phone', 'role']

type User = {
  id: number
  name: string
  email: string
  phone: string | null
  address: string | null
  role: string
}
type SignedIn = ApotekAnswer<User> & { body: { token: string } }

let count = 0
const newcomer = (rest: Record<string, unknown> = {}) => {
  count += 1
  return {
    name: 'Budi Santoso',
    email: `budi-${process.pid}-${count}@example.test`,
    password: PASSWORD,
    ...rest,
  }
}
const register = async (body: unknown, token?: string) =>
  (await apotek<User>('POST', '/register', { body, token })) as SignedIn
const login = async (body: unknown) => (await apotek<User>('POST', '/login', { body })) as SignedIn

describe('apotek.md: accounts', () => {
  // Before there is an admin nobody can register.
  beforeAll(async () => makeUser(await testPayload(), 'admin'))

  describe('register', () => {
    it('makes a patient and signs them in', async () => {
      const data = newcomer({
        password_confirmation: PASSWORD,
        address: 'Jl. Melati No. 1',
        phone: '0812000111',
      })
      const { status, body } = await register(data)
      expect({ status, body }).toEqual({
        status: 201,
        body: {
          success: true,
          message: 'Registrasi berhasil',
          token: expect.any(String),
          data: {
            id: expect.any(Number),
            name: data.name,
            email: data.email,
            phone: '0812000111',
            address: 'Jl. Melati No. 1',
            role: 'patient',
          },
        },
      })
      expect((await apotek('GET', '/orders', { token: body.token })).status).toBe(200)
    })

    it('shows what was not told as null, and e-mails in small letters', async () => {
      const { email } = newcomer()
      const { status, body } = await register({
        ...newcomer({ email: `  ${email.toUpperCase()} `, phone: '', address: '  ' }),
        name: '  Budi  ',
      })
      expect(status).toBe(201)
      expect(body.data).toMatchObject({ name: 'Budi', email, phone: null, address: null })
      expect(Object.keys(body.data).sort()).toEqual(USER_FIELDS)
    })

    it.each([
      ['role', { role: 'admin' }],
      [
        'every field of the house',
        { role: 'cashier', disabled: true, id: 1, credentialsVersion: 9 },
      ],
      ['sessions', { sessions: [{ id: 'x', expiresAt: '2099-01-01T00:00:00Z' }] }],
      ['hash and salt', { hash: 'x', salt: 'x', resetPasswordToken: 'x' }],
      ['dates', { createdAt: '2001-01-01T00:00:00Z', updatedAt: '2001-01-01T00:00:00Z' }],
      ['a set-up token', { setupToken: 'x' }],
    ])('makes a patient, whatever is sent: %s', async (_what, rest) => {
      const data = newcomer(rest)
      const { status, body } = await register(data)
      expect(status).toBe(201)
      expect(body.data.role).toBe('patient')
      const [row] = await rows(
        `SELECT role, disabled, credentials_version::int AS version, reset_password_token AS token,
                created_at > now() - interval '1 hour' AS new,
                (SELECT count(*)::int FROM users_sessions WHERE _parent_id = users.id) AS sessions
           FROM users WHERE email = $1`,
        data.email,
      )
      expect(row).toEqual({
        role: 'patient',
        disabled: false,
        version: 0,
        token: null,
        new: true,
        sessions: 1,
      })
      expect((await login({ email: data.email, password: PASSWORD })).status).toBe(200)
    })

    it.each(['patient', 'cashier', 'admin'] as const)(
      'makes a patient for a signed-in %s too',
      async (role) => {
        const { token, user } = await makeUser(await testPayload(), role)
        const { status, body } = await register(newcomer({ role: 'admin' }), token)
        expect(status).toBe(201)
        expect(body.data.role).toBe('patient')
        expect(body.data.id).not.toBe(user.id)
      },
    )

    it.each<[string, Record<string, unknown>, string, string]>([
      ['no name', { name: undefined }, 'name', 'Nama wajib diisi.'],
      ['a blank name', { name: '   ' }, 'name', 'Nama wajib diisi.'],
      ['no e-mail', { email: undefined }, 'email', 'Email wajib diisi.'],
      ['an e-mail that is none', { email: 'budi' }, 'email', 'Email tidak valid.'],
      ['an e-mail that is no text', { email: { equals: 'x' } }, 'email', 'Email wajib diisi.'],
      ['no password', { password: undefined }, 'password', 'Password wajib diisi.'],
      ['a short password', { password: '1234567' }, 'password', 'Password minimal 8 karakter.'],
      [
        'a password without end',
        { password: 'x'.repeat(201) },
        'password',
        'Password maksimal 200 karakter.',
      ],
      [
        'another confirmation',
        { password_confirmation: 'lain-sekali' },
        'password_confirmation',
        'Konfirmasi password tidak cocok.',
      ],
    ])('refuses %s', async (_what, rest, field, message) => {
      const { status, body } = await register(newcomer(rest))
      expect({ status, body }).toEqual({
        status: 422,
        body: { success: false, message, errors: { [field]: [message] } },
      })
    })

    it('tells every fault at once', async () => {
      const { status, body } = await register({})
      expect(status).toBe(422)
      expect(Object.keys(body.errors ?? {}).sort()).toEqual(['email', 'name', 'password'])
    })

    it('refuses an e-mail that is taken, in whatever letters', async () => {
      const data = newcomer()
      expect((await register(data)).status).toBe(201)
      for (const email of [data.email, data.email.toUpperCase()]) {
        expect(await register({ ...data, email })).toMatchObject({
          status: 422,
          body: {
            success: false,
            message: 'Email sudah terdaftar.',
            errors: { email: ['Email sudah terdaftar.'] },
          },
        })
      }
      expect(await rows('SELECT 1 FROM users WHERE email = $1', data.email)).toHaveLength(1)
    })

    it.each([
      ['no JSON', '{', 400],
      ['a list', '[]', 422],
    ])('answers %s as the contracts do', async (_what, text, status) => {
      const answer = await apotek('POST', '/register', { text })
      expect(answer).toMatchObject({
        status,
        body: { success: false, message: expect.any(String) },
      })
    })
  })

  describe('login', () => {
    it('answers who came in, and a token that works everywhere', async () => {
      const { user } = await makeUser(await testPayload(), 'cashier')
      const { status, body } = await login({ email: user.email.toUpperCase(), password: PASSWORD })
      expect(status).toBe(200)
      expect(body).toEqual({
        success: true,
        message: 'Login berhasil',
        token: expect.any(String),
        data: {
          id: user.id,
          name: user.name,
          email: user.email,
          phone: null,
          address: user.address,
          role: 'cashier',
        },
      })
      expect((await apotek('GET', '/cashier/orders', { token: body.token })).status).toBe(200)
    })

    it('says the same for a wrong password, an unknown e-mail and a disabled account', async () => {
      const payload = await testPayload()
      const { user } = await makeUser(payload, 'patient')
      const { user: disabled } = await makeUser(payload, 'patient')
      await payload.update({ collection: 'users', id: disabled.id, data: { disabled: true } })
      const answers = await Promise.all([
        login({ email: user.email, password: 'salah-sekali' }),
        login({ email: newcomer().email, password: PASSWORD }),
        login({ email: disabled.email, password: PASSWORD }),
      ])
      for (const { status, body } of answers) {
        expect({ status, body }).toEqual({
          status: 401,
          body: { success: false, message: 'Email atau password salah' },
        })
      }
    })

    it.each<[string, unknown, string[]]>([
      ['nothing', {}, ['email', 'password']],
      ['an empty e-mail', { email: '', password: PASSWORD }, ['email']],
      ['an e-mail that is no text', { email: ['x'], password: PASSWORD }, ['email']],
      ['a password that is no text', { email: 'a@example.test', password: 1 }, ['password']],
      [
        'a password without end',
        { email: 'a@example.test', password: 'x'.repeat(201) },
        ['password'],
      ],
    ])('refuses %s', async (_what, body, fields) => {
      const answer = await login(body)
      expect(answer).toMatchObject({ status: 422, body: { success: false } })
      expect(Object.keys(answer.body.errors ?? {}).sort()).toEqual(fields)
    })
  })

  describe('logout', () => {
    it('needs somebody who is signed in', async () => {
      expect(await apotek('POST', '/logout')).toMatchObject({
        status: 401,
        body: { success: false, message: 'Unauthenticated.' },
      })
    })

    it('ends the session at once', async () => {
      const { token } = await makeUser(await testPayload(), 'patient')
      expect(await apotek('POST', '/logout', { token })).toMatchObject({
        status: 200,
        body: { success: true, message: 'Logout berhasil' },
      })
      for (const path of ['/logout', '/orders']) {
        const method = path === '/logout' ? 'POST' : 'GET'
        expect((await apotek(method, path, { token })).status).toBe(401)
      }
    })
  })
})
