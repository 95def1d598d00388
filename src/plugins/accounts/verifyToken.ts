import { createHmac, timingSafeEqual } from 'node:crypto'

import { JWT_AUTH_VERSION } from 'payload'

/** Whose token it is, and of which session. */
export type Claims = { id: number; sid: string }

const parse = (part: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

const isSigned = (content: string, signature: string, secret: string): boolean => {
  const expected = Buffer.from(createHmac('sha256', secret).update(content).digest('base64url'))
  const shown = Buffer.from(signature)
  return shown.length === expected.length && timingSafeEqual(shown, expected)
}

const lives = ({ exp, nbf }: Record<string, unknown>): boolean => {
  const now = Date.now() / 1000
  if (typeof exp !== 'number' || exp <= now) return false
  return nbf === undefined || (typeof nbf === 'number' && nbf <= now)
}

/**
 * Reads a token that Payload signed (RFC 7515 compact, HS256), by Node's own HMAC: WebCrypto's, which
 * Payload uses, takes a tenth of the time of a whole request.
 * @returns null for what is forged, expired, not a user's, or of another version of Payload's tokens
 */
export const verifyToken = (token: string, secret: string): Claims | null => {
  const [header = '', claims = '', signature = '', ...rest] = token.split('.')
  if (rest.length > 0 || !isSigned(`${header}.${claims}`, signature, secret)) return null
  const { alg, crit, authVersion } = parse(header) ?? {}
  if (alg !== 'HS256' || crit !== undefined || authVersion !== JWT_AUTH_VERSION) return null
  const content = parse(claims)
  if (!content || !lives(content)) return null
  const { id, collection, sid } = content
  if (collection !== 'users' || typeof id !== 'number' || typeof sid !== 'string') return null
  return { id, sid }
}
