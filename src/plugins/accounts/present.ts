import type { z } from 'zod'

import type { User } from '@/payload-types'

import type { contractUser } from './schemas'

/** A user document → the contract's user (apotek.md, "User"). */
export const presentUser = (user: User): z.infer<typeof contractUser> => ({
  id: user.id,
  name: user.name,
  email: user.email,
  phone: user.phone ?? null,
  address: user.address ?? null,
  role: user.role,
})
