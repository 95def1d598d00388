import type { PayloadRequest } from 'payload'

import { afterCommit } from '@/database/transactions'

import { socketsOf } from './holder'

/**
 * Tells everybody in a room, once the transaction of `req` is committed, and never when it is not.
 * Events say what happened to what (ids), never what is in it: who hears of it reads it over the API,
 * where the rules are.
 */
export const tell = async (
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  room: string,
  event: string,
  data: Record<string, unknown>,
): Promise<void> =>
  afterCommit(req, () => {
    socketsOf(req.payload)?.sockets.to(room).emit(event, data)
  })
