import type { PayloadRequest } from 'payload'

import { afterCommit } from '@/database/transactions'
import { tell, userRoom } from '@/plugins/realtime'

import { NOTIFICATION } from './constants'
import type { Told } from './sql'
import { insertNotice } from './sql'

/** Something that happened to a user. Texts are Indonesian, as all that patients read. */
export type Notice = {
  user: number
  /** For clients: `payment-success`, `payment-expired`, `enrolled` … */
  kind: string
  title: string
  body: string
  data?: Record<string, unknown>
  /** Names the happening: the same key is told once, whoever tells it again. */
  key: string
  /** Also by mail. */
  byMail?: boolean
}

const write = async (
  req: PayloadRequest,
  { name, email }: Told,
  { title, body }: Notice,
): Promise<void> =>
  afterCommit(req, async () => {
    await req.payload.sendEmail({ to: email, subject: title, text: `Halo ${name},\n\n${body}\n` })
  })

/**
 * Tells a user what happened, once: an entry of their inbox in the transaction of `req`; after its
 * commit the socket event `notification` `{id}` and, if asked for, a mail. A user who is gone is told
 * nothing.
 */
export const notify = async (req: PayloadRequest, notice: Notice): Promise<void> => {
  const told = await insertNotice(req, notice)
  if (!told) return
  await tell(req, userRoom(notice.user), NOTIFICATION, { id: told.id })
  if (notice.byMail) await write(req, told, notice)
}
