import { createHmac } from 'node:crypto'

import { jwtVerify } from 'jose'
import { JWT_AUTH_VERSION, jwtSign } from 'payload'
import { describe, expect, it } from 'vitest'

import { verifyToken } from './verifyToken'

const SECRET = 'a secret of 32 characters or more'
const HEADER = { alg: 'HS256', authVersion: JWT_AUTH_VERSION, typ: 'JWT' }
const CLAIMS = { id: 7, collection: 'users', sid: 'a-session' }
const LATER = Math.floor(Date.now() / 1000) + 60

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token that our key signed, whatever it says. */
const signed = (header: unknown, claims: unknown, hash = 'sha256'): string => {
  const content = `${encode(header)}.${encode(claims)}`
  return `${content}.${createHmac(hash, SECRET).update(content).digest('base64url')}`
}

/** What WebCrypto's implementation says of signature, algorithm and time. */
const joseAccepts = async (token: string): Promise<boolean> =>
  jwtVerify(token, new TextEncoder().encode(SECRET), { algorithms: ['HS256'] }).then(
    () => true,
    () => false,
  )

describe('verifyToken', () => {
  it('reads what Payload signs', async () => {
    const { token } = await jwtSign({ fieldsToSign: CLAIMS, secret: SECRET, tokenExpiration: 60 })
    expect(verifyToken(token, SECRET)).toEqual({ id: 7, sid: 'a-session' })
    expect(verifyToken(token, `${SECRET}!`)).toBeNull()
  })

  it('accepts the header and claims of the refusals below when nothing is wrong with them', () => {
    expect(verifyToken(signed(HEADER, { ...CLAIMS, exp: LATER }), SECRET)).not.toBeNull()
  })

  it.each([
    ['has expired', HEADER, { ...CLAIMS, exp: LATER - 120 }],
    ['never expires', HEADER, CLAIMS],
    ['expires in words', HEADER, { ...CLAIMS, exp: String(LATER) }],
    ['is not valid yet', HEADER, { ...CLAIMS, exp: LATER, nbf: LATER }],
    ['names no algorithm', { ...HEADER, alg: 'none' }, { ...CLAIMS, exp: LATER }],
    ['names another algorithm', { ...HEADER, alg: 'HS512' }, { ...CLAIMS, exp: LATER }],
    ['needs an extension', { ...HEADER, crit: ['b64'], b64: true }, { ...CLAIMS, exp: LATER }],
    ['is of no version', { alg: 'HS256' }, { ...CLAIMS, exp: LATER }],
    ['is of another version', { ...HEADER, authVersion: 0 }, { ...CLAIMS, exp: LATER }],
    ['is of another collection', HEADER, { ...CLAIMS, collection: 'doctors', exp: LATER }],
    ['has no session', HEADER, { ...CLAIMS, sid: undefined, exp: LATER }],
    ['names the user in words', HEADER, { ...CLAIMS, id: '7', exp: LATER }],
    ['says nothing', HEADER, null],
    ['has no header', null, { ...CLAIMS, exp: LATER }],
  ])('refuses a signed token that %s', (_what, header, claims) => {
    expect(verifyToken(signed(header, claims), SECRET)).toBeNull()
  })

  it('refuses a token whose claims, header or signature were changed, as jose does', async () => {
    const token = signed(HEADER, { ...CLAIMS, exp: LATER })
    const [header, claims, signature] = token.split('.') as [string, string, string]
    const admin = encode({ ...CLAIMS, id: 1, exp: LATER })
    for (const forged of [
      `${header}.${admin}.${signature}`,
      `${encode({ ...HEADER, alg: 'none' })}.${claims}.`,
      `${encode({ ...HEADER, kid: 'x' })}.${claims}.${signature}`,
      `${header}.${claims}.${signature.slice(0, -2)}`,
      `${header}.${claims}.${signature}.${signature}`,
      `${header}.${claims}`,
      signed(HEADER, { ...CLAIMS, exp: LATER }, 'sha512'),
      '..',
      '',
    ]) {
      expect(verifyToken(forged, SECRET)).toBeNull()
      expect(await joseAccepts(forged), forged).toBe(false)
    }
    expect(await joseAccepts(token)).toBe(true)
    expect(verifyToken(`${token}=`, SECRET)).toBeNull()
  })

  it('refuses what is signed but no JSON', () => {
    const content = `${encode(HEADER)}.bm90IGpzb24`
    const signature = createHmac('sha256', SECRET).update(content).digest('base64url')
    expect(verifyToken(`${content}.${signature}`, SECRET)).toBeNull()
  })
})
