import { createHmac, timingSafeEqual } from 'node:crypto'

import { pool } from './database.mjs'

const KEY = process.env.SIGNING_KEY
const WEEK_IN_SECONDS = 7 * 24 * 60 * 60

const signatureOf = (content) => createHmac('sha256', KEY).update(content).digest()

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const decode = (text) => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))

const HEADER = encode({ alg: 'HS256', authVersion: 1, typ: 'JWT' })

/** A token as Payload makes it. */
export const signToken = (claims) => {
  const iat = Math.floor(Date.now() / 1000)
  const content = `${HEADER}.${encode({ ...claims, iat, exp: iat + WEEK_IN_SECONDS })}`
  return `${content}.${signatureOf(content).toString('base64url')}`
}

const verifyToken = (token) => {
  const end = token.lastIndexOf('.')
  const shown = Buffer.from(token.slice(end + 1), 'base64url')
  const expected = signatureOf(token.slice(0, end))
  if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) return null
  const claims = decode(token.slice(token.indexOf('.') + 1, end))
  return claims.exp > Date.now() / 1000 ? claims : null
}

/** The user of a living session, by the same statement as the application's; null for nobody. */
export const findSession = async (authorization) => {
  const claims = verifyToken((authorization ?? '').slice('Bearer '.length))
  if (!claims) return null
  const { rows } = await pool.query(
    `SELECT u.id, u.name, u.email, u.phone, u.address, u.role, false AS disabled,
            u.credentials_version::int AS "credentialsVersion",
            u.created_at AS "createdAt", u.updated_at AS "updatedAt"
       FROM users u JOIN users_sessions s ON s._parent_id = u.id
      WHERE u.id = $1 AND s.id = $2 AND s.expires_at > now() AND u.disabled IS NOT TRUE`,
    [claims.id, claims.sid],
  )
  return rows[0] ?? null
}
