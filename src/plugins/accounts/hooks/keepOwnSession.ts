import type { CollectionBeforeChangeHook } from 'payload'

import type { User } from '@/payload-types'

import { keepSession } from '../sql'

/** A new password ends every session of its user, but not the one in which it was typed. */
export const keepOwnSession: CollectionBeforeChangeHook<User> = async ({
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || !req.user || originalDoc?.id !== req.user.id) return
  const { _sid: sessionId } = req.user as { _sid?: string }
  if (sessionId) await keepSession(req, sessionId)
}
