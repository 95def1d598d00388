import { createRequire } from 'node:module'

import type { Message } from 'ai-sdk-4'
import { processDataStream } from 'ai-sdk-4'
import type { ChatState, UIMessage } from 'ai-sdk-7'
import { AbstractChat, DefaultChatTransport, readUIMessageStream } from 'ai-sdk-7'
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

describe('the chat of AI SDK 4, as its useChat does it', () => {
  type CallChatApi = (options: {
    api: string
    body: object
    headers: Record<string, string>
    restoreMessagesOnFailure: () => void
    onResponse: undefined
    onUpdate: (update: { message: Message }) => void
    onFinish: (message: Message, options: { finishReason: string }) => void
    onToolCall: undefined
    generateId: () => string
    lastMessage: Message | undefined
  }) => Promise<void>

  // What useChat calls is the SDK's own inside.
  const { resolve } = createRequire(import.meta.url)
  const { callChatApi } = createRequire(resolve('ai-sdk-4'))('@ai-sdk/ui-utils') as {
    callChatApi: CallChatApi
  }

  const talk = async (messages: unknown[], bearer = token) => {
    const heard = { updates: 0, isRestored: false, end: '' }
    let message: Message | undefined
    let error = ''
    await callChatApi({
      api: `${assistant.url}/api/chat`,
      body: { id: 'talk-4', messages },
      headers: { Authorization: `Bearer ${bearer}` },
      restoreMessagesOnFailure: () => {
        heard.isRestored = true
      },
      onResponse: undefined,
      onUpdate: (update) => {
        heard.updates += 1
        message = update.message
      },
      onFinish: (_message, { finishReason }) => {
        heard.end = finishReason
      },
      onToolCall: undefined,
      generateId: () => 'an id',
      lastMessage: undefined,
    }).catch((failed: unknown) => {
      error = (failed as Error).message
    })
    return { ...heard, message, error }
  }
  const QUESTION = {
    id: 'm1',
    role: 'user',
    content: 'Halo',
    parts: [{ type: 'text', text: 'Halo' }],
  }

  it('has one message of all steps, and sends it back as history', async () => {
    assistant.gemini.will(
      [...text('Sebentar. '), ...asks(call('search_obat', { words: 'x' }))],
      said('Tidak ', 'ada.'),
    )
    const { message, end, error } = await talk([QUESTION])
    expect([end, error]).toEqual(['stop', ''])
    expect(message?.content).toBe(`Sebentar. Tidak ada.${CLOSING}`)
    expect(message?.parts).toMatchObject([
      { type: 'step-start' },
      { type: 'text', text: 'Sebentar. ' },
      { type: 'tool-invocation', toolInvocation: { state: 'result', toolName: 'search_obat' } },
      { type: 'step-start' },
      { type: 'text', text: `Tidak ada.${CLOSING}` },
    ])
    await talk([QUESTION, message, { ...QUESTION, id: 'm2' }])
    expect(assistant.gemini.requests.at(-1)?.body.contents?.[1]).toEqual({
      role: 'model',
      parts: [{ text: 'Sebentar. Tidak ada.' }],
    })
  })

  it('fails where the answer broke off, and keeps what was said', async () => {
    assistant.gemini.will([...text('Halo '), failure(500)])
    expect(await talk([QUESTION])).toMatchObject({
      error: BROKEN_OFF,
      message: { content: 'Halo ' },
      end: '',
    })
  })

  it('fails with what the server says, where nothing was said', async () => {
    const { error, isRestored, message } = await talk([QUESTION], 'no.such.token')
    expect([JSON.parse(error), isRestored, message]).toEqual([
      { message: 'Unauthenticated.' },
      true,
      undefined,
    ])
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

describe('the chat of AI SDK 7, as its useChat does it', () => {
  /** What a page shows; frameworks bring their own. */
  const createState = (): ChatState<UIMessage> => {
    const state: ChatState<UIMessage> = {
      status: 'ready',
      error: undefined,
      messages: [],
      pushMessage: (message) => {
        state.messages = [...state.messages, message]
      },
      popMessage: () => {
        state.messages = state.messages.slice(0, -1)
      },
      replaceMessage: (index, message) => {
        state.messages = state.messages.with(index, message)
      },
      snapshot: (thing) => structuredClone(thing),
    }
    return state
  }
  class Chat extends AbstractChat<UIMessage> {}

  const open = (bearer = token) =>
    new Chat({
      id: 'talk-7',
      state: createState(),
      transport: new DefaultChatTransport({
        api: `${assistant.url}/api/chat`,
        headers: { Authorization: `Bearer ${bearer}` },
      }),
    })
  const saidIn = ({ messages }: Chat): string[] =>
    messages.map(({ parts }) =>
      parts.map((part) => (part.type === 'text' ? part.text : '')).join(''),
    )

  it('goes on with a talk, and asks again for another answer', async () => {
    const chat = open()
    assistant.gemini.will(said('Satu.'), said('Dua.'), said('Dua, lain.'))
    await chat.sendMessage({ text: 'Pertama' })
    await chat.sendMessage({ text: 'Kedua' })
    expect(saidIn(chat)).toEqual(['Pertama', `Satu.${CLOSING}`, 'Kedua', `Dua.${CLOSING}`])
    await chat.regenerate()
    expect(saidIn(chat)).toEqual(['Pertama', `Satu.${CLOSING}`, 'Kedua', `Dua, lain.${CLOSING}`])
    expect([chat.status, chat.error]).toEqual(['ready', undefined])
    expect(assistant.gemini.requests[2]?.body.contents).toEqual(
      assistant.gemini.requests[1]?.body.contents,
    )
  })

  it('is in error where the answer broke off, and can go on', async () => {
    const chat = open()
    assistant.gemini.will([...text('Halo '), failure(500)], said('Baik.'))
    await chat.sendMessage({ text: 'Halo' })
    expect([chat.status, chat.error?.message]).toEqual(['error', BROKEN_OFF])
    expect(saidIn(chat)).toEqual(['Halo', 'Halo '])
    await chat.regenerate()
    expect([chat.status, saidIn(chat)[1]]).toEqual(['ready', `Baik.${CLOSING}`])
  })

  it('is in error with what the server says, where nothing was said', async () => {
    const chat = open('no.such.token')
    await chat.sendMessage({ text: 'Halo' })
    expect([chat.status, chat.error?.message]).toEqual(['error', '{"message":"Unauthenticated."}'])
  })

  it('stops the model when it is stopped, and keeps what was said', async () => {
    const chat = open()
    assistant.gemini.will([...text('Halo '), wait(never)])
    const sending = chat.sendMessage({ text: 'Halo' })
    await expect.poll(() => saidIn(chat)[1]).toBe('Halo ')
    await chat.stop()
    await sending
    expect(chat.status).toBe('ready')
    expect(await assistant.gemini.requests[0]?.over).toBe('aborted')
  })
})
