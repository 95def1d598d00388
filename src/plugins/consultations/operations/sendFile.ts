import type { File, PayloadRequest } from 'payload'

import type { NewMessage } from '../chatSchemas'
import { findSent } from '../messages.sql'
import type { Sent } from './sendMessage'
import { sendMessage } from './sendMessage'

/**
 * Says something with a file that comes along. A message that is sent again brings its file again: that
 * one is not kept.
 * @throws {ApiError} as `sendMessage`; 422 for a bad file
 */
export const sendFile = async (
  req: PayloadRequest,
  sender: number,
  message: NewMessage,
  file: File,
): Promise<Sent> => {
  const { consultation_id: consultation, client_id: clientId } = message
  const first = clientId ? await findSent(req, { consultation, sender, clientId }) : null
  if (first) return { row: first, isNew: false }
  const { id } = await req.payload.create({
    collection: 'chat-files',
    data: { consultation },
    file,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return sendMessage(req.payload, sender, { ...message, attachment: id })
}
