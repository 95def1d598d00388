import { processDataStream } from 'ai-sdk-4'
import type { UIMessage } from 'ai-sdk-7'
import { DefaultChatTransport, readUIMessageStream } from 'ai-sdk-7'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { BLOCKED, BROKEN_OFF } from '@/plugins/assistant/errors'

import { asks, blocked, call, failure, said, text, wait } from '../support/gemini'
import type { Assistant } from './support'
import { ask, CLOSING, startAssistant } from './support'

/** The clients that the contract is written for, as they are published. */
let assistant: Assistant
let token: string
beforeAll(async () => {
  assistant = await startAssistant()
  token = (await assistant.person()).token
})
afterEach(() => assistant.gemini.reset())
afterAll(() => assistant.stop())

const never = new Promise<never>(() => undefined)

describe('AI SDK 4', () => {
  const talk = async (signal?: AbortSignal) => {
    const heard = { text: '', calls: [] as unknown[], results: [] as unknown[], end: '', error: '' }
    const answer = await assistant.chat(ask('Halo'), { token, ...(signal ? { signal } : {}) })
    if (!answer.body) throw new Error('There is no body.')
    await processDataStream({
      stream: answer.body,
      onTextPart: (part) => {
        heard.text += part
      },
      onToolCallPart: (part) => {
        heard.calls.push(part)
      },
      onToolResultPart: (part) => {
        heard.results.push(part)
      },
      onErrorPart: (part) => {
        heard.error = part
      },
      onFinishMessagePart: ({ finishReason }) => {
        heard.end = finishReason
      },
    })
    return heard
  }

  it('reads text', async () => {
    assistant.gemini.will(said('Halo ', 'dunia'))
    expect(await talk()).toMatchObject({ text: `Halo dunia${CLOSING}`, end: 'stop', error: '' })
  })

  it('reads tools', async () => {
    assistant.gemini.will(asks(call('search_obat', { words: 'x' })), said('Tidak ada.'))
    const { calls, results, end } = await talk()
    expect(calls).toMatchObject([{ toolName: 'search_obat', args: { words: 'x' } }])
    expect(results).toMatchObject([{ result: { obat: [], sources: [] } }])
    expect(end).toBe('stop')
  })

  it('reads errors, and what is blocked', async () => {
    assistant.gemini.will([...text('Halo '), failure(500)], [blocked()])
    expect(await talk()).toMatchObject({ text: 'Halo ', error: BROKEN_OFF, end: '' })
    expect(await talk()).toMatchObject({ text: BLOCKED + CLOSING, end: 'content-filter' })
  })

  it('stops the model when it stops', async () => {
    assistant.gemini.will([...text('Halo '), wait(never)])
    const leaving = new AbortController()
    const talking = talk(leaving.signal)
    await expect.poll(() => assistant.gemini.requests.length).toBe(1)
    leaving.abort()
    await expect(talking).rejects.toThrow()
    expect(await assistant.gemini.requests[0]?.over).toBe('aborted')
  })
})

describe('AI SDK 7', () => {
  const QUESTION: UIMessage = { id: 'm1', role: 'user', parts: [{ type: 'text', text: 'Halo' }] }

  const send = async (signal?: AbortSignal, history: UIMessage[] = []) =>
    new DefaultChatTransport({
      api: `${assistant.url}/api/chat`,
      headers: { Authorization: `Bearer ${token}` },
    }).sendMessages({
      trigger: 'submit-message',
      chatId: 'talk-1',
      messageId: undefined,
      messages: [...history, QUESTION],
      abortSignal: signal,
    })

  /** The message as it stands at the end, and the errors on the way. */
  const talk = async (history: UIMessage[] = []) => {
    const errors: string[] = []
    let message: UIMessage | undefined
    const messages = readUIMessageStream({
      stream: await send(undefined, history),
      onError: (error) => {
        errors.push((error as Error).message)
      },
    })
    for await (const one of messages) message = one
    if (!message) throw new Error('Nothing was said.')
    const said = message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
    return { message, said, errors }
  }

  it('reads text, and sends it back as history', async () => {
    assistant.gemini.will(said('Halo ', 'dunia'))
    const first = await talk()
    expect(first).toMatchObject({ said: `Halo dunia${CLOSING}`, errors: [] })
    await talk([QUESTION, first.message])
    expect(assistant.gemini.requests[1]?.body.contents).toEqual([
      { role: 'user', parts: [{ text: 'Halo' }] },
      { role: 'model', parts: [{ text: 'Halo dunia' }] },
      { role: 'user', parts: [{ text: 'Halo' }] },
    ])
  })

  it('reads tools', async () => {
    assistant.gemini.will(
      [...text('Sebentar. '), ...asks(call('search_obat', { words: 'x' }))],
      said('Tidak ada.'),
    )
    const { message, errors } = await talk()
    expect(errors).toEqual([])
    expect(message.parts).toMatchObject([
      { type: 'step-start' },
      { type: 'text', text: 'Sebentar. ', state: 'done' },
      {
        type: 'tool-search_obat',
        state: 'output-available',
        input: { words: 'x' },
        output: { obat: [], sources: [] },
      },
      { type: 'step-start' },
      { type: 'text', text: `Tidak ada.${CLOSING}`, state: 'done' },
    ])
  })

  it('reads errors, and what is blocked', async () => {
    assistant.gemini.will([...text('Halo '), failure(500)], [blocked()])
    expect(await talk()).toMatchObject({ said: 'Halo ', errors: [BROKEN_OFF] })
    expect(await talk()).toMatchObject({ said: BLOCKED + CLOSING, errors: [] })
  })

  it('is told of a refusal before the stream', async () => {
    await assistant.set({ isOn: false })
    await expect(send()).rejects.toThrow('Asisten sedang dimatikan')
    await assistant.set({ isOn: true })
  })

  it('stops the model when it stops', async () => {
    assistant.gemini.will([...text('Halo '), wait(never)])
    const leaving = new AbortController()
    const reader = (await send(leaving.signal)).getReader()
    await reader.read()
    leaving.abort()
    expect(await assistant.gemini.requests[0]?.over).toBe('aborted')
  })
})
