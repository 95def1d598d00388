import { createHash, timingSafeEqual } from 'node:crypto'

import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { ApiError } from '@/lib/apiError'

import type { AccountsOptions } from '../index'
import { anyUserExists, lockFirstUser } from '../sql'

/** Payload's first-user screen posts here. */
export const isFirstRegistration = (req: PayloadRequest): boolean =>
  req.payloadAPI === 'REST' && (req.pathname ?? '').endsWith('/users/first-register')

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const isSame = (left: string, right: string): boolean =>
  timingSafeEqual(digest(left), digest(right))

/**
 * The first user is an admin, shows the set-up token, and is one: Payload's own check is an unlocked
 * find-then-create, which two callers pass at once.
 */
export const registerFirstAdmin =
  ({ setupToken }: AccountsOptions): CollectionBeforeValidateHook =>
  async ({ data, operation, req }) => {
    if (operation !== 'create' || !isFirstRegistration(req)) return data
    const shown = (data as { setupToken?: unknown } | undefined)?.setupToken
    if (!setupToken || typeof shown !== 'string' || !isSame(shown.trim(), setupToken)) {
      throw new ApiError(403, 'Token penyiapan salah; token tercetak di log server.')
    }
    await lockFirstUser(req)
    if (await anyUserExists(req)) throw new ApiError(403, 'Admin pertama sudah ada.')
    return { ...data, role: 'admin', disabled: false }
  }
