import { createSecretKey } from 'node:crypto'

import jsonwebtoken from 'jsonwebtoken'
import { JWT_AUTH_VERSION } from 'payload'

/** Whose token it is, and of which session. */
export type Claims = { id: number; sid: string }

const read = (token: string, secret: string): jsonwebtoken.Jwt | null => {
  // Given a string, jsonwebtoken first tries whether it is a public key: forty times what all the rest takes.
  const key = createSecretKey(Buffer.from(secret))
  try {
    return jsonwebtoken.verify(token, key, { algorithms: ['HS256'], complete: true })
  } catch {
    return null
  }
}

/**
 * Reads a token that Payload signed (RFC 7519, HS256). jsonwebtoken verifies with Node's own HMAC:
 * WebCrypto's, which Payload uses, takes a tenth of the time of a whole request.
 * @returns null for what is forged, expired, not a user's, or of another version of Payload's tokens
 */
export const verifyToken = (token: string, secret: string): Claims | null => {
  const verified = read(token, secret)
  if (!verified || typeof verified.payload === 'string') return null
  const { crit, authVersion } = verified.header as { crit?: unknown; authVersion?: unknown }
  if (crit !== undefined || authVersion !== JWT_AUTH_VERSION) return null
  const { id, collection, sid, exp } = verified.payload as Record<string, unknown>
  if (typeof exp !== 'number' || collection !== 'users') return null
  if (typeof id !== 'number' || typeof sid !== 'string') return null
  return { id, sid }
}
