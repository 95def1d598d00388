import type { PayloadRequest } from 'payload'

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

/**
 * Tells a user what happened, once: an entry of their inbox in the transaction of `req`; after its
 * commit the socket event `notification` `{id}` and, if asked for, a mail.
 */
export const notify = async (_req: PayloadRequest, _notice: Notice): Promise<void> => {
  await Promise.reject(new Error('not yet'))
}
