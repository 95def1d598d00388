import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { tooManyAttempts } from '@/lib/refusals'

import * as refusals from '../chatErrors'
import { messageBody, messageSent } from '../chatSchemas'
import { FILE_MAX_BYTES } from '../constants'
import type { ConsultationsOptions } from '../index'
import { countMessage } from '../limits'
import { chatOf } from '../operations/chatOf'
import { CHAT_FILE_TYPES } from '../operations/makeChatFile'
import { sendFile } from '../operations/sendFile'
import { sendMessage } from '../operations/sendMessage'
import { presentMessage } from '../presentMessage'
import { CHAT_TAG, TALKERS } from './tag'

/** consultation.md: `POST /api/chats/messages`. */
export const sendMessageEndpoint = ({ rateLimitFactor }: ConsultationsOptions): Endpoint =>
  contractEndpoint(apotekEnvelope)({
    method: 'post',
    path: '/chats/messages',
    docs: {
      tag: CHAT_TAG,
      summary: 'Send a message',
      description:
        'With the same `client_id` again, 200 and the first message: trying again is harmless.',
    },
    roles: TALKERS,
    body: messageBody,
    upload: {
      field: refusals.FILE_FIELD,
      description: 'A picture of at most 4 MB, encoded anew, or a PDF of at most 10 MB.',
      types: CHAT_FILE_TYPES,
      maxBytes: FILE_MAX_BYTES,
      tooLarge: refusals.fileTooLarge,
    },
    answers: { 201: messageSent, 200: messageSent },
    refusals: [...refusals.SENDING, tooManyAttempts],
    handle: async (req, { body, file }) => {
      await countMessage(req, rateLimitFactor)
      const { payload, user } = req
      const { row, isNew } = file
        ? await sendFile(req, user.id, body, file)
        : await sendMessage(payload, user.id, body)
      if (isNew) chatOf(payload).delivery.deliver(row)
      const answer = { success: true as const, data: presentMessage(payload, row) }
      return isNew ? { status: 201, body: answer } : { status: 200, body: answer }
    },
  })
