import type { Payload } from 'payload'

import type { Role } from '@/access/roles'
import type { User } from '@/payload-types'

const PASSWORD = 'rahasia-sekali'
let count = 0

/** A user of a role with an e-mail of its own, and that user's token. For tests. */
export const makeUser = async (
  payload: Payload,
  role: Role,
  data: Partial<User> = {},
): Promise<{ user: User; token: string; password: string }> => {
  count += 1
  const email = `${role}-${process.pid}-${count}@example.test`
  const user = await payload.create({
    collection: 'users',
    data: {
      name: `${role} ${count}`,
      address: 'Jl. Contoh 1',
      email,
      password: PASSWORD,
      ...data,
      role,
    },
    depth: 0,
  })
  const { token } = await payload.login({
    collection: 'users',
    data: { email: user.email, password: PASSWORD },
  })
  if (!token) throw new Error('no token')
  return { user, token, password: PASSWORD }
}
