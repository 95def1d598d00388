import type { ClientUser } from 'payload'

import { hasRole } from '@/access'
import type { Role } from '@/access/roles'

/**
 * For `admin.hidden` of a collection: whose panel has its list and its pages. What the API allows is
 * another matter, and other documents still show those that they refer to.
 */
export const shownTo =
  (...roles: Role[]) =>
  ({ user }: { user: ClientUser | null }): boolean =>
    !hasRole({ user: user as never }, ...roles)
