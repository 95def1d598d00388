import type { Endpoint } from 'payload'

import { checkoutEnvelope } from '@/lib/checkoutEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { signInUnavailable, tooManyAttempts, unauthenticated } from '@/lib/refusals'

import * as refusals from '../errors'
import { answerAndKeep } from '../operations/answerAndKeep'
import { chatBody } from '../schemas'
import { dataStream } from '../stream/dataStream'
import { streamAnswer } from '../stream/streamAnswer'
import { uiMessageStream } from '../stream/uiMessageStream'

const EVENT_STREAM = 'text/event-stream'
const DESCRIPTION =
  'Answers as it is written: in the data stream of AI SDK 4 (`text/plain`), or in the UI message stream ' +
  'of AI SDK 5 and later (`text/event-stream`) where messages carry `parts` and no `content`, or where ' +
  'the client accepts `text/event-stream`. Nothing leaves before the first word; what fails until then ' +
  'has a status, what fails later is an error within the stream. For everybody who is signed in, and for ' +
  'guests where the admin allows it.'

/** clinic.md: `POST /api/chat`. */
export const chatEndpoint: Endpoint = contractEndpoint(checkoutEnvelope)({
  method: 'post',
  path: '/chat',
  docs: { tag: 'Assistant', summary: 'Ask the assistant', description: DESCRIPTION },
  body: chatBody,
  answers: { 200: { mediaType: ['text/plain', EVENT_STREAM] } },
  refusals: [
    refusals.notConfigured,
    refusals.switchedOff,
    unauthenticated,
    signInUnavailable,
    refusals.quotaUsedUp,
    tooManyAttempts,
    refusals.modelBusy,
    refusals.modelFailed,
  ],
  handle: async (req, { body: { id, consent, messages, isModern } }) => {
    const leaving = new AbortController()
    const gone = req.signal ? [req.signal, leaving.signal] : [leaving.signal]
    const talk = { id, consent, messages, signal: AbortSignal.any(gone) }
    const wantsEvents = req.headers.get('Accept')?.includes(EVENT_STREAM) ?? false
    const format = isModern || wantsEvents ? uiMessageStream : dataStream
    const leave = () => leaving.abort()
    // 499: nobody is there to read it.
    return (
      (await streamAnswer(answerAndKeep(req, talk), format, leave)) ??
      new Response(null, { status: 499 })
    )
  },
})
