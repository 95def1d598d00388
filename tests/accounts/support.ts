import { createHash } from 'node:crypto'

import { SignJWT } from 'jose'
import { JWT_AUTH_VERSION } from 'payload'

import type { Answer } from '../support/api'
import { api } from '../support/api'

/** What makeUser (src/plugins/accounts/testing.ts) gives everybody. */
export const PASSWORD = 'rahasia-sekali'

/** The id of whoever a token, or headers, sign in; null: nobody. */
export const whoIs = async (
  token: string | undefined,
  headers: Record<string, string> = {},
): Promise<number | null> => {
  const { status, body } = await api('GET', '/users/me', { token, headers })
  if (status !== 200) throw new Error(`/users/me answered ${status}`)
  return (body as { user: { id: number } | null }).user?.id ?? null
}

/** A login through the generated REST. */
export const login = async (email: string, password = PASSWORD): Promise<Answer> =>
  api('POST', '/users/login', { body: { email, password } })

/** The token of a login that must succeed. */
export const tokenOf = async (email: string, password = PASSWORD): Promise<string> => {
  const { status, body } = await login(email, password)
  if (status !== 200) throw new Error(`login answered ${status}`)
  return (body as { token: string }).token
}

/** Payload signs with a digest of what it is configured with. */
const keyOf = (secret: string): Uint8Array =>
  new TextEncoder().encode(createHash('sha256').update(secret).digest('hex').slice(0, 32))

/** A token as Payload makes them, of whatever claims and key. */
export const forge = async (
  claims: Record<string, unknown>,
  {
    secret = process.env.PAYLOAD_SECRET ?? '',
    expires = '1h',
    header = {},
  }: { secret?: string; expires?: string | number; header?: Record<string, unknown> } = {},
): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', authVersion: JWT_AUTH_VERSION, ...header })
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(keyOf(secret))

/** The claims of a token. */
export const claimsOf = (token: string): Record<string, unknown> & { sid: string } =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as never
