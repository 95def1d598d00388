import { pbkdf2, randomUUID, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

import { inTransaction, pool } from './database.mjs'
import { signToken } from './session.mjs'

const derive = promisify(pbkdf2)
const PREFIX = 'pbkdf2-sha256-v1:'

const isPasswordOf = async (user, password) => {
  const expected = Buffer.from(user.hash.slice(PREFIX.length), 'hex')
  const shown = await derive(password, user.salt, 600_000, 32, 'sha256')
  return timingSafeEqual(shown, expected)
}

/** Checks the password as Payload does, and opens a session. */
export const login = async ({ email, password }) => {
  const { rows } = await pool.query(
    `SELECT id, name, email, phone, address, role, hash, salt FROM users
      WHERE email = $1 AND disabled IS NOT TRUE`,
    [email],
  )
  const [user] = rows
  if (!user || !(await isPasswordOf(user, password))) {
    return { status: 401, body: { success: false, message: 'Email atau password salah' } }
  }
  const sid = randomUUID()
  await inTransaction(async (client) => {
    await client.query('SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE', [user.id])
    await client.query(
      `INSERT INTO users_sessions (_order, _parent_id, id, created_at, expires_at)
       VALUES (1, $1, $2, now(), now() + interval '7 days')`,
      [user.id, sid],
    )
  })
  const { id, name, phone, address, role } = user
  const token = signToken({ id, collection: 'users', email: user.email, role, sid })
  const data = { id, name, email: user.email, phone, address, role }
  return { status: 200, body: { success: true, message: 'Login berhasil', token, data } }
}
