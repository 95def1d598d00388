import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Role } from '@/access/roles'
import { makeUser } from '@/plugins/accounts/testing'
import type { User } from '@/payload-types'

import { api } from '../support/api'
import { rows } from '../support/apotek'
import { pauseNext, untilBlocked } from '../support/locks'
import { testPayload } from '../support/payload'
import { claimsOf, login, PASSWORD, tokenOf, whoIs } from './support'

const NEW_PASSWORD = 'yang-baru-sekali'

describe('accounts, when two things happen at once', () => {
  let payload: Payload
  let admin: Awaited<ReturnType<typeof makeUser>>

  beforeAll(async () => {
    payload = await testPayload()
    admin = await makeUser(payload, 'admin')
  })

  const make = async (role: Role = 'patient') => makeUser(payload, role)
  const change = async (id: number, body: Record<string, unknown>) =>
    api('PATCH', `/users/${id}`, { token: admin.token, body })
  const read = async (id: number) => {
    const [row] = await rows<{ role: string; email: string; disabled: boolean; hash: string }>(
      'SELECT role, email, coalesce(disabled, false) AS disabled, hash FROM users WHERE id = $1',
      id,
    )
    return row
  }
  const sessionsOf = async (id: number) =>
    (await rows('SELECT id FROM users_sessions WHERE _parent_id = $1', id)).length

  /** A login that has checked the password, and writes when `meanwhile` is over. */
  const loginAround = async (email: string, meanwhile: () => Promise<unknown>) => {
    const write = pauseNext(payload, 'updateOne')
    const answer = login(email)
    await write.reached
    await meanwhile()
    write.resume()
    return answer
  }

  describe('a login that began before', () => {
    it.each<[string, Record<string, unknown>]>([
      ['a demotion', { role: 'patient' }],
      ['the account was disabled', { disabled: true }],
      ['a new password', { password: NEW_PASSWORD }],
      ['a new e-mail', { email: `baru-${process.pid}@example.test` }],
    ])('%s undoes nothing, and comes to nothing', async (_what, body) => {
      const { user } = await make('cashier')
      const before = await read(user.id)
      let after: typeof before
      const answer = await loginAround(user.email, async () => {
        expect((await change(user.id, body)).status).toBe(200)
        after = await read(user.id)
      })
      expect(answer.status).toBe(401)
      expect(JSON.stringify(answer.body)).not.toContain('token')
      expect(after).not.toEqual(before)
      expect(await read(user.id)).toEqual(after)
      expect(await sessionsOf(user.id)).toBe('role' in body || 'email' in body ? 1 : 0)
    })

    it('a deletion brings nobody back', async () => {
      const { user } = await make()
      const answer = await loginAround(user.email, async () => {
        const deleted = await api('DELETE', `/users/${user.id}`, { token: admin.token })
        expect(deleted.status).toBe(200)
      })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      expect(await read(user.id)).toBeUndefined()
      expect(await sessionsOf(user.id)).toBe(0)
    })

    it.each([
      ['the contract’s logout', '/apotek/logout'],
      ['the generated logout', '/users/logout'],
      ['the logout everywhere', '/users/logout?allSessions=true'],
    ])('%s does not bring the ended session back', async (_what, path) => {
      const { token, user } = await make()
      const answer = await loginAround(user.email, async () => {
        expect((await api('POST', path, { token })).status).toBe(200)
      })
      expect(answer.status).toBe(200)
      const { token: mine } = answer.body as { token: string }
      expect([await whoIs(token), await whoIs(mine)]).toEqual([null, user.id])
    })

    it('another login leaves both signed in', async () => {
      const { token, user } = await make()
      let other = ''
      const answer = await loginAround(user.email, async () => {
        other = await tokenOf(user.email)
      })
      const { token: mine } = answer.body as { token: string }
      expect(await Promise.all([token, other, mine].map(async (it) => whoIs(it)))).toEqual([
        user.id,
        user.id,
        user.id,
      ])
    })
  })

  it('keeps every session of many logins at once', async () => {
    const { user } = await make()
    const tokens = await Promise.all([1, 2, 3, 4].map(async () => tokenOf(user.email)))
    expect(await Promise.all(tokens.map(async (token) => whoIs(token)))).toEqual(
      tokens.map(() => user.id),
    )
  })

  describe('Payload’s whole-row write of an old document', () => {
    const stale = async (id: number) =>
      (await payload.db.findOne<User>({
        collection: 'users',
        where: { id: { equals: id } },
        req: { payload },
      })) as User & { sessions: { id: string; expiresAt: string }[] }
    const write = async (data: User) =>
      payload.db.updateOne({
        collection: 'users',
        id: data.id,
        data: data as unknown as Record<string, unknown>,
        req: { payload },
        returning: false,
      })

    it.each<[string, Record<string, unknown>]>([
      ['role', { role: 'patient' }],
      ['disabled', { disabled: true }],
      ['password', { password: NEW_PASSWORD }],
      ['e-mail', { email: `lain-${process.pid}@example.test` }],
    ])('does not put an old %s back', async (_what, body) => {
      const { user } = await make('cashier')
      const old = await stale(user.id)
      await change(user.id, body)
      const after = await read(user.id)
      await write({ ...old, name: 'Nama dari formulir lama' })
      expect(await read(user.id)).toEqual(after)
      const [{ name } = { name: '' }] = await rows('SELECT name FROM users WHERE id = $1', user.id)
      expect(name).toBe('Nama dari formulir lama')
    })

    it('brings no ended session back, and lengthens no other’s', async () => {
      const { token, user } = await make()
      const other = await make()
      const old = await stale(user.id)
      const [mine] = old.sessions
      const later = new Date(Date.now() + 30 * 86_400_000).toISOString()
      const expiry = async (sid: string) =>
        (await rows('SELECT expires_at FROM users_sessions WHERE id = $1', sid))[0]?.expires_at
      const othersExpiry = await expiry(claimsOf(other.token).sid)
      expect((await api('POST', '/apotek/logout', { token })).status).toBe(200)
      await write({
        ...old,
        sessions: [
          { ...mine!, expiresAt: later },
          { ...mine!, id: claimsOf(other.token).sid, expiresAt: later },
        ],
      })
      expect(await whoIs(token)).toBe(null)
      expect(await expiry(claimsOf(other.token).sid)).toEqual(othersExpiry)
    })

    it('takes nobody’s session away', async () => {
      const { user } = await make()
      const old = await stale(user.id)
      const token = await tokenOf(user.email)
      await write({ ...old, sessions: [] })
      expect(await whoIs(token)).toBe(user.id)
    })
  })

  describe('a refresh', () => {
    it('that was signed in before a logout, and goes on after it, is refused', async () => {
      const { token } = await make()
      const begin = pauseNext(payload, 'beginTransaction')
      const refresh = api('POST', '/users/refresh-token', { token })
      await begin.reached
      expect((await api('POST', '/apotek/logout', { token })).status).toBe(200)
      begin.resume()
      expect((await refresh).status).toBe(403)
      expect(await whoIs(token)).toBe(null)
    })

    it('makes a logout wait, which then ends the refreshed session', async () => {
      const { token } = await make()
      const write = pauseNext(payload, 'updateOne')
      const refresh = api('POST', '/users/refresh-token', { token })
      await write.reached
      const logout = api('POST', '/apotek/logout', { token })
      await untilBlocked()
      write.resume()
      const { status, body } = await refresh
      expect([status, (await logout).status]).toEqual([200, 200])
      const { refreshedToken } = body as { refreshedToken: string }
      expect([await whoIs(token), await whoIs(refreshedToken)]).toEqual([null, null])
    })
  })

  describe('two changes of one account', () => {
    it.each<[string, Record<string, unknown>]>([
      ['demotion', { role: 'patient' }],
      ['disabling', { disabled: true }],
      ['new password', { password: NEW_PASSWORD }],
    ])('never lose an admin’s %s in silence', async (_what, body) => {
      const { token, user } = await make('cashier')
      const document = pauseNext(payload, 'findOne', 'after')
      const decision = change(user.id, body)
      await document.reached
      const own = { token, body: { password: 'punya-saya-sendiri' } }
      expect((await api('PATCH', `/users/${user.id}`, own)).status).toBe(200)
      document.resume()
      expect(await decision).toMatchObject({
        status: 409,
        body: {
          errors: [{ message: 'Akun ini baru saja diubah. Muat ulang, lalu coba lagi.' }],
        },
      })
      expect((await change(user.id, body)).status).toBe(200)
      const { role, disabled } = (await read(user.id)) ?? {}
      if (!body.password) expect({ role, disabled }).toMatchObject(body)
      else expect((await login(user.email, NEW_PASSWORD)).status).toBe(200)
    })

    it('save a form that was opened before another’s change, and keep what that changed', async () => {
      const { user } = await make('cashier')
      const { body: form } = await api('GET', `/users/${user.id}`, { token: admin.token })
      expect((await change(user.id, { role: 'patient' })).status).toBe(200)
      const saved = await change(user.id, { ...(form as object), name: 'Dari formulir lama' })
      expect(saved).toMatchObject({
        status: 200,
        body: { doc: { name: 'Dari formulir lama', role: 'patient' } },
      })
      expect((await read(user.id))?.role).toBe('patient')
    })

    it('save a form that was opened before another’s change, if it leaves that alone', async () => {
      const { user } = await make('cashier')
      const { body: form } = await api('GET', `/users/${user.id}`, { token: admin.token })
      expect((await change(user.id, { role: 'patient' })).status).toBe(200)
      const { role: _role, ...rest } = form as { role: string }
      const saved = await change(user.id, { ...rest, name: 'Dari formulir lama' })
      expect(saved).toMatchObject({
        status: 200,
        body: { doc: { name: 'Dari formulir lama', role: 'patient' } },
      })
    })
  })

  it('registers an e-mail once, however many ask at once', async () => {
    const email = `serentak-${process.pid}@example.test`
    const answers = await Promise.all(
      [1, 2, 3, 4].map(async () =>
        api('POST', '/apotek/register', { body: { name: 'Serentak', email, password: PASSWORD } }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422])
    for (const { status, body } of answers) {
      if (status === 422) {
        expect(body).toEqual({
          success: false,
          message: 'Email sudah terdaftar.',
          errors: { email: ['Email sudah terdaftar.'] },
        })
      }
    }
    expect(await rows('SELECT role FROM users WHERE email = $1', email)).toEqual([
      { role: 'patient' },
    ])
  })
})
