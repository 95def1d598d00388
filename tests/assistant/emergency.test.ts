import { randomUUID } from 'node:crypto'

import { processDataStream } from 'ai-sdk-4'
import { DefaultChatTransport, readUIMessageStream } from 'ai-sdk-7'
import { handleEndpoints } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { databaseOf, makeDoctor } from '@/plugins/consultations/testing'
import { DISCLAIMER } from '@/plugins/assistant/safety/disclaimer'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { setAssistant } from '../support/assistant'
import type { Gemini } from '../support/gemini'
import { testGemini } from '../support/gemini'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { chat } from './chat'
import { unique } from './knowledge'

let gemini: Gemini
let patient: Person
let doctor: { id: number; name: string }

beforeAll(async () => {
  gemini = await testGemini()
  patient = await person('patient')
  // First by name among those on duty, whatever other tests have left.
  doctor = await makeDoctor(databaseOf(await testPayload()), {
    user: (await person('doctor')).id,
    name: `dr. - Aa ${unique()}`,
  })
})

beforeEach(async () => {
  gemini.reset()
  await setAssistant({ guestsAllowed: true })
})

const askedModel = () => gemini.requests.length

/** How the clients of the AI SDK reach the API of this process. */
const reach = (async (_url, init) => {
  const { default: config } = await import('@payload-config')
  const headers = { ...(init?.headers as object), Authorization: `Bearer ${patient.token}` }
  const request = new Request('http://localhost:3000/api/chat', { ...init, headers })
  return handleEndpoints({ config, request })
}) satisfies typeof fetch

describe('an emergency', () => {
  it('is a complete answer to both generations of the AI SDK', async () => {
    const question = 'bapak saya kena stroke'
    const response = await reach('', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ messages: [{ role: 'user', content: question }] }),
    })
    let old = ''
    const ended: string[] = []
    await processDataStream({
      stream: response.body!,
      onTextPart: (text) => void (old += text),
      onFinishMessagePart: ({ finishReason }) => void ended.push(finishReason),
    })
    const chunks = await new DefaultChatTransport({ fetch: reach }).sendMessages({
      trigger: 'submit-message',
      chatId: randomUUID(),
      messageId: undefined,
      messages: [{ id: 'm1', role: 'user', parts: [{ type: 'text', text: question }] }],
      abortSignal: undefined,
    })
    let modern = ''
    for await (const { parts } of readUIMessageStream({ stream: chunks })) {
      modern = parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
    }
    expect(old).toContain('Catat jam mulainya gejala')
    expect(modern).toBe(old)
    expect(ended).toEqual(['stop'])
    expect(askedModel()).toBe(0)
  })

  it('has no links but those to the doctors, whatever they are called', async () => {
    const { id } = await makeDoctor(databaseOf(await testPayload()), {
      user: (await person('doctor')).id,
      name: 'dr. - Aa](https://jahat.test) [<img src=x>',
    })
    const { text } = await chat(patient, 'nyeri dada')
    await rows('DELETE FROM doctors WHERE id = $1', id)
    expect(text).toContain(`- [dr. - Aa (https://jahat.test)   img src=x>](/dokter/${id})`)
  })

  it('is answered at once, with 119 and the doctors on duty, and no model is asked', async () => {
    const { status, text, errors } = await chat(patient, 'Dok, dada saya nyeri sekali')
    expect(status).toBe(200)
    expect(text).toMatch(/^\*\*Ini bisa keadaan darurat\. Telepon 119/)
    expect(text).toContain(`[${doctor.name}](/dokter/${doctor.id})`)
    expect(text).toContain(DISCLAIMER)
    expect(errors).toEqual([])
    expect(askedModel()).toBe(0)
  })

  it('is marked as one, for the clients of both generations, and nothing else is', async () => {
    const question = 'Dok, dada saya nyeri sekali'
    const { body } = await chat(patient, question)
    const marks: unknown[] = []
    await processDataStream({
      stream: new Blob([body]).stream(),
      onMessageAnnotationsPart: (some) => void marks.push(...some),
    })
    expect(marks).toEqual([{ kind: 'emergency' }])
    expect((await chat(patient, 'Ada sirup batuk?')).body).not.toMatch(/^8:/m)

    const transport = new DefaultChatTransport({
      fetch: async (_url, init) => {
        const sent = JSON.parse(init?.body as string) as object
        const answer = await api('POST', '/chat', { token: patient.token, body: sent })
        return new Response(String(answer.body), { headers: answer.headers })
      },
    })
    const stream = await transport.sendMessages({
      chatId: randomUUID(),
      trigger: 'submit-message',
      messageId: undefined,
      messages: [{ id: 'm1', role: 'user', parts: [{ type: 'text', text: question }] }],
      abortSignal: undefined,
    })
    const metadata: unknown[] = []
    for await (const message of readUIMessageStream({ stream })) metadata.push(message.metadata)
    expect(metadata.at(-1)).toEqual({ kind: 'emergency' })
  })

  it('is answered in English, to guests, in the format of AI SDK 5 and later', async () => {
    const answer = await api('POST', '/chat', {
      body: {
        id: randomUUID(),
        trigger: 'submit-message',
        messages: [
          { id: 'm1', role: 'user', parts: [{ type: 'text', text: "my father can't breathe" }] },
        ],
      },
    })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    const events = String(answer.body)
      .split('\n')
      .filter((line) => line.startsWith('data: {'))
      .map((line) => JSON.parse(line.slice(6)) as { type: string; delta?: string })
    const text = events.map(({ delta = '' }) => delta).join('')
    expect(text).toMatch(/^\*\*This may be an emergency\. Call 119/)
    expect(text).toContain('Sit upright')
    expect(text).toContain(`/dokter/${doctor.id}`)
    expect(events.at(-1)?.type).toBe('finish')
    expect(askedModel()).toBe(0)
  })

  it('of somebody who thinks of self-harm is answered gently, with the line for it', async () => {
    const { text } = await chat(patient, 'aku capek hidup, pengen mati aja')
    expect(text).toMatch(/^Terima kasih sudah menceritakannya/)
    expect(text).toContain('119 ext. 8')
    const both = await chat(patient, 'saya minum 30 tablet paracetamol, mau mati')
    expect(both.text).toMatch(/^\*\*Ini bisa keadaan darurat/)
    expect(both.text).toContain('Jangan memaksa muntah')
    expect(both.text).toContain('119 ext. 8')
    expect(askedModel()).toBe(0)
  })

  it('is looked for in the newest message only', async () => {
    const messages = [
      { role: 'user', content: 'dada saya nyeri' },
      { role: 'assistant', content: 'Telepon 119. nyeri dada' },
      { role: 'user', content: 'Terima kasih, sudah di IGD. Ada masker?' },
    ]
    await chat(patient, '', { body: { messages } })
    expect(askedModel()).toBe(1)
  })

  it('is answered when the quota is used up; other questions are not', async () => {
    await setAssistant({ quotas: { user: 0, guest: 0, address: 0, total: 0 } })
    expect((await chat(patient, 'Ada masker?')).status).toBe(429)
    const { status, text } = await chat(patient, 'sesak napas berat')
    expect(status).toBe(200)
    expect(text).toContain('119')
    expect(askedModel()).toBe(0)
  })

  it('is answered without doctors where none is on duty', async () => {
    await rows('UPDATE doctors SET active = false')
    try {
      const { status, text } = await chat(patient, 'muntah darah')
      expect(status).toBe(200)
      expect(text).toContain('Telepon 119')
      expect(text).not.toContain('/dokter/')
    } finally {
      await rows('UPDATE doctors SET active = true')
    }
  })

  it('is no way around who may talk: 401 for guests, 503 when it is off', async () => {
    await setAssistant({ guestsAllowed: false })
    expect((await chat(null, 'nyeri dada')).status).toBe(401)
    await setAssistant({ isOn: false })
    expect((await chat(patient, 'nyeri dada')).status).toBe(503)
  })
})
