import type { PayloadRequest } from 'payload'

import type { PaperRegister } from '../contract'
import { readToken } from './token'

const registerOf = ({ payload }: Pick<PayloadRequest, 'payload'>): PaperRegister =>
  (payload.config.custom as { papers?: PaperRegister }).papers ?? {}

/** No item has this id: asked for in the place of a forged one, so that both take the same time. */
const NO_ID = '0'

/** Whether a token is ours, and what it was given for still exists. */
export const isGenuine = async (
  req: Pick<PayloadRequest, 'payload'>,
  token: string,
): Promise<boolean> => {
  const register = registerOf(req)
  const subject = readToken(req.payload.secret, token)
  const exists = register[subject?.type ?? 'order']
  const isThere = (await exists?.(req, subject?.id ?? NO_ID)) ?? false
  return subject !== null && isThere
}
