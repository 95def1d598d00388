import { beforeAll, describe, it } from 'vitest'

import type { AssistantOptions } from '@/plugins/assistant/options'

import { setAssistant } from '../support/assistant'
import type { Part } from '../support/described'
import {
  describedPart,
  isOfAssistant,
  testCompleteness,
  testWhatAllAnswer,
} from '../support/described'
import type { Gemini } from '../support/gemini'
import { refuse, testGemini } from '../support/gemini'
import { rows } from '../support/apotek'
import { testPayload } from '../support/payload'

const CHAT = 'POST /api/chat'
const UNKNOWN = 2_000_000_000

let part: Part
let gemini: Gemini
let options: AssistantOptions

beforeAll(async () => {
  await setAssistant()
  gemini = await testGemini()
  part = await describedPart(isOfAssistant)
  ;({ assistant: options } = (await testPayload()).config.custom as { assistant: AssistantOptions })
})

testWhatAllAnswer(() => part, {
  bodiesFor: () => [{}, {}],
  unknownId: UNKNOWN,
  notFound: () => '',
})

describe('what each endpoint answers as described', () => {
  const ask = async (...expected: Parameters<Part['expectAnswer']>) =>
    part.expectAnswer(...expected)
  const question = (more: object = {}) => ({
    token: part.everyone.patient.token,
    body: { messages: [{ role: 'user', content: 'Halo' }] },
    ...more,
  })

  it('an answer, in either format', async () => {
    await ask(CHAT, question(), 200)
    await ask(CHAT, question({ headers: { Accept: 'text/event-stream' } }), 200)
  })

  it('guests, who may not, and who cannot be looked up', async () => {
    await ask(CHAT, question({ token: undefined }), 401, 'Unauthenticated.')
    await rows('ALTER TABLE users_sessions RENAME TO users_sessions_away')
    try {
      await ask(CHAT, question(), 503, 'Server sedang sibuk, silakan coba lagi.')
    } finally {
      await rows('ALTER TABLE users_sessions_away RENAME TO users_sessions')
    }
  })

  it('a model that does not answer', async () => {
    gemini.will([refuse(429, 'Busy.', '60s')], [refuse(400)])
    await ask(CHAT, question(), 503, 'Asisten sedang sibuk, silakan coba lagi nanti.')
    await ask(CHAT, question(), 502, 'Asisten belum dapat menjawab.')
  })

  it('its use', async () => {
    await ask('GET /api/assistant/usage', { token: part.everyone.admin.token }, 200)
  })

  it('no key', async () => {
    const { key } = options.gemini
    options.gemini.key = null
    try {
      await ask(CHAT, question(), 503, 'Asisten AI belum dikonfigurasi (GEMINI_API_KEY).')
    } finally {
      options.gemini.key = key
    }
  })

  it('switched off', async () => {
    await setAssistant({ isOn: false })
    await ask(CHAT, question(), 503, 'Asisten sedang dimatikan')
    await setAssistant()
  })
})

testCompleteness(() => part)
