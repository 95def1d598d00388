import type { Payload } from 'payload'
import { JWT_AUTH_VERSION } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { makeUser } from '@/plugins/accounts/testing'

import { api, graphql } from '../support/api'
import { rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import { claimsOf, forge, PASSWORD, tokenOf, whoIs } from './support'

type Account = Awaited<ReturnType<typeof makeUser>>

const COOKIE = 'payload-token'
const OWN_ORIGIN = 'http://localhost:3000'

/**
 * Both strategies must be as strict as one another: ours signs in first, and whoever it refuses is tried
 * by Payload's own.
 */
describe.each([
  ['our strategy, then Payload’s', () => true],
  ['Payload’s strategy alone', (name: string) => name !== 'session'],
])('sessions with %s', (_name, stays) => {
  let payload: Payload
  let strategies: Payload['authStrategies']
  let patient: Account
  let admin: Account

  beforeAll(async () => {
    payload = await testPayload()
    strategies = payload.authStrategies
    payload.authStrategies = strategies.filter(({ name }) => stays(name ?? ''))
    patient = await makeUser(payload, 'patient')
    admin = await makeUser(payload, 'admin')
  })
  afterAll(() => {
    payload.authStrategies = strategies
  })

  const change = async (id: number, body: Record<string, unknown>) => {
    const { status } = await api('PATCH', `/users/${id}`, { token: admin.token, body })
    expect(status).toBe(200)
  }

  it('sign a request in by header and by cookie', async () => {
    const { token, user } = patient
    expect(await whoIs(token)).toBe(user.id)
    expect(await whoIs(undefined, { Authorization: `JWT ${token}` })).toBe(user.id)
    expect(await whoIs(undefined, { Cookie: `${COOKIE}=${token}`, Origin: OWN_ORIGIN })).toBe(
      user.id,
    )
  })

  it.each([
    ['of our own origin', { Origin: OWN_ORIGIN }, true],
    ['of a foreign origin', { Origin: 'https://evil.example' }, false],
    ['of a foreign origin that says it is ours', { Origin: `${OWN_ORIGIN}.evil.example` }, false],
    ['of an opaque origin', { Origin: 'null' }, false],
    ['of a page of ours', { 'Sec-Fetch-Site': 'same-origin' }, true],
    ['of a typed address', { 'Sec-Fetch-Site': 'none' }, true],
    ['of another site', { 'Sec-Fetch-Site': 'cross-site' }, false],
    ['of no browser', {}, false],
  ])('count with a cookie in a request %s: %o → %s', async (_of, headers, counts) => {
    const { token, user } = patient
    const headersWithCookie = { ...headers, Cookie: `${COOKIE}=${token}` } as Record<string, string>
    expect(await whoIs(undefined, headersWithCookie)).toBe(counts ? user.id : null)
    const { status } = await api('PATCH', `/users/${user.id}`, {
      headers: headersWithCookie,
      body: { name: 'Nama baru' },
    })
    expect(status).toBe(counts ? 200 : 403)
  })

  it('end with the contract’s logout, and only the one that was used', async () => {
    const { token, user } = await makeUser(payload, 'patient')
    const other = await tokenOf(user.email)
    expect(await api('POST', '/apotek/logout', { token })).toMatchObject({
      status: 200,
      body: { success: true, message: 'Logout berhasil' },
    })
    expect([await whoIs(token), await whoIs(other)]).toEqual([null, user.id])
    expect(await api('GET', '/apotek/orders', { token })).toMatchObject({
      status: 401,
      body: { success: false, message: 'Unauthenticated.' },
    })
  })

  it.each([
    ['the generated logout', async (token: string) => api('POST', '/users/logout', { token })],
    ['GraphQL', async (token: string) => graphql('mutation { logoutUser }', { token })],
  ])('end with %s, and only the one that was used', async (_door, logout) => {
    const { token, user } = await makeUser(payload, 'patient')
    const other = await tokenOf(user.email)
    expect((await logout(token)).status).toBe(200)
    expect([await whoIs(token), await whoIs(other)]).toEqual([null, user.id])
  })

  it.each([
    ['REST', async (token: string) => api('POST', '/users/logout?allSessions=true', { token })],
    [
      'GraphQL',
      async (token: string) => graphql('mutation { logoutUser(allSessions: true) }', { token }),
    ],
  ])('end all at once, by %s, and only that user’s', async (_door, logout) => {
    const { token, user } = await makeUser(payload, 'patient')
    const other = await tokenOf(user.email)
    expect((await logout(token)).status).toBe(200)
    expect([await whoIs(token), await whoIs(other)]).toEqual([null, null])
    expect(await whoIs(patient.token)).toBe(patient.user.id)
    expect(await whoIs(await tokenOf(user.email))).toBe(user.id)
  })

  it('expire with their token', async () => {
    const { exp: _exp, iat: _iat, ...claims } = claimsOf(patient.token)
    expect(await whoIs(await forge(claims))).toBe(patient.user.id)
    expect(await whoIs(await forge(claims, { expires: Math.floor(Date.now() / 1000) - 1 }))).toBe(
      null,
    )
  })

  it('expire in the database, whatever the token says', async () => {
    const { token, user } = await makeUser(payload, 'patient')
    await rows(
      `UPDATE users_sessions SET expires_at = now() - interval '1 second' WHERE id = $1`,
      claimsOf(token).sid,
    )
    expect(await whoIs(token)).toBe(null)
    const other = await tokenOf(user.email)
    expect([await whoIs(token), await whoIs(other)]).toEqual([null, user.id])
  })

  it('are not signed in by what somebody else signed, or changed', async () => {
    const { exp: _exp, iat: _iat, ...claims } = claimsOf(patient.token)
    const unsigned = [
      { alg: 'none', typ: 'JWT', authVersion: JWT_AUTH_VERSION },
      { ...claims, exp: 9_999_999_999 },
    ]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    const [head, , signature] = patient.token.split('.')
    const promoted = Buffer.from(
      JSON.stringify({ ...claimsOf(patient.token), id: admin.user.id }),
    ).toString('base64url')
    const forged = [
      await forge(claims, { secret: 'another secret of the same length as ours is' }),
      `${unsigned}.`,
      `${unsigned}.${signature}`,
      `${head}.${promoted}.${signature}`,
      await forge({ ...claims, collection: 'obat' }),
      await forge({ ...claims, collection: 'payload-preferences' }),
      await forge({ ...claims, collection: '__proto__' }),
      await forge({ ...claims, id: admin.user.id }),
      await forge({ ...claims, sid: undefined }),
      await forge({ ...claims, sid: null }),
      await forge({ ...claims, sid: '' }),
      await forge({ ...claims, sid: claimsOf(admin.token).sid }),
      await forge({ ...claims, id: { equals: patient.user.id } }),
      await forge(claims, { header: { authVersion: undefined } }),
      'x',
      `${patient.token}x`,
    ]
    const found = await Promise.all(forged.map(async (token) => whoIs(token)))
    expect(found).toEqual(forged.map(() => null))
  })

  it('end at once when their user is disabled, for good', async () => {
    const { token, user } = await makeUser(payload, 'cashier')
    await change(user.id, { disabled: true })
    expect(await whoIs(token)).toBe(null)
    expect((await api('GET', '/apotek/cashier/orders', { token })).status).toBe(401)
    const refused = await api('POST', '/apotek/login', {
      body: { email: user.email, password: PASSWORD },
    })
    expect(refused).toMatchObject({ status: 401, body: { message: 'Email atau password salah' } })
    await change(user.id, { disabled: false })
    expect(await whoIs(token)).toBe(null)
    expect(await whoIs(await tokenOf(user.email))).toBe(user.id)
  })

  it('have their user’s role of now, not of the login', async () => {
    const { token, user } = await makeUser(payload, 'cashier')
    expect((await api('GET', '/apotek/cashier/orders', { token })).status).toBe(200)
    await change(user.id, { role: 'patient' })
    expect((await api('GET', '/apotek/cashier/orders', { token })).status).toBe(403)
    expect((await api('GET', '/stock-movements', { token })).status).toBe(403)
    expect(await whoIs(token)).toBe(user.id)
  })

  it('are lengthened by a refresh, and die with their logout all the same', async () => {
    const { token, user } = await makeUser(payload, 'patient')
    const { sid } = claimsOf(token)
    await rows(
      `UPDATE users_sessions SET expires_at = now() + interval '1 minute' WHERE id = $1`,
      sid,
    )
    const { status, body } = await api('POST', '/users/refresh-token', { token })
    expect(status).toBe(200)
    const { refreshedToken } = body as { refreshedToken: string }
    const [session] = await rows<{ days: number }>(
      `SELECT round(extract(epoch FROM expires_at - now()) / 86400)::int AS days
         FROM users_sessions WHERE id = $1`,
      sid,
    )
    expect(session).toEqual({ days: 7 })
    expect([await whoIs(refreshedToken), claimsOf(refreshedToken).sid]).toEqual([user.id, sid])
    await api('POST', '/apotek/logout', { token })
    expect([await whoIs(refreshedToken), await whoIs(token)]).toEqual([null, null])
    expect((await api('POST', '/users/refresh-token', { token: refreshedToken })).status).toBe(403)
  })

  it('come with a cookie that scripts and other sites cannot use', async () => {
    const { headers } = await api('POST', '/users/login', {
      body: { email: patient.user.email, password: PASSWORD },
    })
    const cookie = headers.get('Set-Cookie') ?? ''
    expect(cookie).toContain(`${COOKIE}=`)
    expect(cookie.split('; ')).toEqual(expect.arrayContaining(['HttpOnly=true', 'SameSite=Lax']))
  })
})
