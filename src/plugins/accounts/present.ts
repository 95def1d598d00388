import type { z } from 'zod'

import type { User } from '@/payload-types'

import type { contractUser } from './schemas'

/** A user document → the contract's user (apotek.md, "User"). */
const presentUser = (user: User): z.infer<typeof contractUser> => ({
  id: user.id,
  name: user.name,
  email: user.email,
  phone: user.phone ?? null,
  address: user.address ?? null,
  role: user.role,
})

/** Somebody who has just come in, as registration and login answer it. */
export const presentSignedIn = <Message extends string>(
  message: Message,
  { token, user }: { token: string; user: User },
) => ({ success: true as const, message, token, data: presentUser(user) })
