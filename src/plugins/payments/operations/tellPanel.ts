import type { PayloadRequest } from 'payload'

import { tell } from '@/plugins/realtime'

import { PAYMENTS_CHANGED, PAYMENTS_ROOM } from '../constants'

/** Tells the panel's pages of payments, once it is committed, that something about a transaction changed. */
export const tellPanel = async (req: PayloadRequest, id: string): Promise<void> =>
  tell(req, PAYMENTS_ROOM, PAYMENTS_CHANGED, { id })
