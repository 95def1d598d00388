import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'

import { recheckUser } from '@/plugins/realtime'

import { allowEndingSessions, deleteSession } from '../sql'

/** Ends the session of this request: its token is dead at once, whoever holds it. */
export const signOut = async (req: PayloadRequest): Promise<void> => {
  const { id, _sid: sessionId } = req.user as { id: number; _sid?: string }
  if (!sessionId) return
  await withTransaction(req, async () => {
    await allowEndingSessions(req, id)
    await deleteSession(req, sessionId)
    await recheckUser(req, id)
  })
}
