import { createHash, randomUUID } from 'node:crypto'

import { jwtSign } from 'payload'
import type pg from 'pg'

import type { Role } from '@/access/roles'

/** Where people are written to, and the server's PAYLOAD_SECRET, which signs their tokens. */
export type House = { database: Pick<pg.Pool, 'query'>; secret: string }

export type Person = { id: number; name: string; email: string; token: string }

const HOUR_IN_SECONDS = 60 * 60

/** Payload signs with a digest of what it is configured with. */
const signingKey = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex').slice(0, 32)

/**
 * People who are signed in, written straight into the database: making a password's hash, and checking
 * it at a login, take a quarter of a second each.
 */
export const makePeople = async (
  { database, secret }: House,
  role: Role,
  count: number,
  {
    address = 'Jl. Contoh 1',
    tokenSeconds = HOUR_IN_SECONDS,
  }: { address?: string | null; tokenSeconds?: number } = {},
): Promise<Person[]> => {
  const names = Array.from({ length: count }, () => `${role}-${randomUUID()}`)
  const { rows } = await database.query<Omit<Person, 'token'>>(
    `INSERT INTO users (name, email, address, role)
     SELECT name, name || '@example.test', $2, $3 FROM unnest($1::text[]) AS name
     RETURNING id, name, email`,
    [names, address, role],
  )
  const people = rows.map((row) => ({ ...row, session: randomUUID() }))
  await database.query(
    `INSERT INTO users_sessions (_order, _parent_id, id, created_at, expires_at)
     SELECT 1, id, session, now(), now() + interval '1 hour'
       FROM unnest($1::int[], $2::text[]) AS signed_in(id, session)`,
    [people.map(({ id }) => id), people.map(({ session }) => session)],
  )
  return Promise.all(
    people.map(async ({ session, ...person }) => {
      const { token } = await jwtSign({
        fieldsToSign: { id: person.id, collection: 'users', email: person.email, sid: session },
        secret: signingKey(secret),
        tokenExpiration: tokenSeconds,
      })
      return { ...person, token }
    }),
  )
}
