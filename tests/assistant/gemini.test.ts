import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { createGemini } from '@/plugins/assistant/gemini'
import type { Asked, ModelEvent } from '@/plugins/assistant/model'
import { ModelFailure } from '@/plugins/assistant/model'

import type { Gemini } from '../support/gemini'
import {
  asks,
  blocked,
  call,
  cut,
  failure,
  finish,
  hangUp,
  parts,
  refuse,
  said,
  startGemini,
  text,
  thought,
  wait,
} from '../support/gemini'

let gemini: Gemini
beforeAll(async () => {
  gemini = await startGemini()
})
afterEach(() => gemini.reset())
afterAll(() => gemini.stop())

const PATIENCE = { first: 30_000, idle: 30_000, backoff: 1, longestBackoff: 2_000 }
const never = new Promise<never>(() => undefined)

const ask = (
  more: Partial<Asked> = {},
  { key = gemini.key, ...patience }: Partial<typeof PATIENCE> & { key?: string } = {},
): AsyncIterator<ModelEvent> =>
  createGemini({ key, baseUrl: gemini.url, patience: { ...PATIENCE, ...patience } })
    .stream({
      model: 'gemini-of-the-tests',
      instructions: 'Jawab singkat.',
      messages: [{ role: 'user', text: 'Halo' }],
      tools: [],
      mayCall: true,
      signal: new AbortController().signal,
      ...more,
    })
    [Symbol.asyncIterator]()

/** Everything that comes, and what it ends with. */
const hear = async (answer: AsyncIterator<ModelEvent>) => {
  const events: ModelEvent[] = []
  try {
    for (let next = await answer.next(); !next.done; next = await answer.next()) {
      events.push(next.value)
    }
    return { events, error: null }
  } catch (error) {
    return { events, error }
  }
}

const USAGE = { promptTokens: 4, completionTokens: 2 }
const textOf = (events: ModelEvent[]): string =>
  events.map((event) => (event.kind === 'text' ? event.text : '')).join('')

describe('an answer', () => {
  it('comes piece by piece, as it is written', async () => {
    let goOn: (value?: unknown) => void = () => undefined
    gemini.will([
      ...text('Halo '),
      wait(new Promise((resolve) => (goOn = resolve))),
      ...said('dunia 🌏'),
    ])
    const answer = ask()
    expect(await answer.next()).toMatchObject({ value: { kind: 'text', text: 'Halo ' } })
    goOn()
    const { events, error } = await hear(answer)
    expect(error).toBeNull()
    expect(events).toEqual([
      { kind: 'text', text: 'dunia 🌏' },
      {
        kind: 'end',
        reason: 'stop',
        parts: [{ text: 'Halo ' }, { text: 'dunia 🌏' }],
        usage: USAGE,
      },
    ])
  })

  it('is asked for with the key in a header, the instructions, and what was said', async () => {
    await hear(
      ask({
        messages: [
          { role: 'user', text: 'Halo' },
          { role: 'model', text: 'Halo juga' },
          { role: 'user', text: 'Apa itu parasetamol?' },
        ],
      }),
    )
    const [{ key, model, body }] = gemini.requests as [Gemini['requests'][number]]
    expect({ key, model }).toEqual({ key: gemini.key, model: 'gemini-of-the-tests' })
    expect(body.systemInstruction?.parts).toEqual([{ text: 'Jawab singkat.' }])
    expect(body.contents).toEqual([
      { role: 'user', parts: [{ text: 'Halo' }] },
      { role: 'model', parts: [{ text: 'Halo juga' }] },
      { role: 'user', parts: [{ text: 'Apa itu parasetamol?' }] },
    ])
  })

  it('that is as long as it may be says so; thoughts are not said, and are paid for', async () => {
    gemini.will([
      thought('Hm.'),
      ...text('Pan'),
      finish('MAX_TOKENS', { prompt: 7, completion: 9 }),
    ])
    const { events } = await hear(ask())
    expect(textOf(events)).toBe('Pan')
    expect(events.at(-1)).toMatchObject({
      kind: 'end',
      reason: 'length',
      usage: { promptTokens: 7, completionTokens: 9 },
    })
  })

  it.each(['SAFETY', 'RECITATION', 'PROHIBITED_CONTENT', 'BLOCKLIST', 'SPII'])(
    'that is stopped for %s is no exception',
    async (reason) => {
      gemini.will([...text('Begi'), finish(reason)])
      const { events, error } = await hear(ask())
      expect(error).toBeNull()
      expect(events).toEqual([
        { kind: 'text', text: 'Begi' },
        { kind: 'blocked', reason, usage: USAGE },
      ])
    },
  )

  it('to a prompt that is not let through is no exception either', async () => {
    gemini.will([blocked('PROHIBITED_CONTENT')])
    expect(await hear(ask())).toEqual({
      events: [
        {
          kind: 'blocked',
          reason: 'PROHIBITED_CONTENT',
          usage: { promptTokens: 4, completionTokens: 0 },
        },
      ],
      error: null,
    })
  })
})

describe('tools', () => {
  const search = {
    name: 'search_obat',
    description: 'Mencari obat.',
    parameters: z.object({
      query: z.string().max(100).describe('Nama obat'),
      drugClass: z.enum(['bebas', 'keras']).optional(),
      kind: z.literal('obat').optional(),
      since: z.iso.date().nullable().optional(),
      prices: z.array(z.int().min(0)).max(2).optional(),
      inside: z.object({ either: z.union([z.string(), z.number(), z.null()]) }).optional(),
      limit: z.int().min(1).max(10).default(5),
    }),
  }
  const nothing = {
    name: 'doctors_on_duty',
    description: 'Siapa bertugas.',
    parameters: z.object({}),
  }

  it('are declared in the part of JSON Schema that Google takes', async () => {
    expect((await hear(ask({ tools: [search, nothing] }))).error).toBeNull()
    const [declarations] = gemini.requests[0]?.body.tools ?? []
    expect(declarations?.functionDeclarations).toEqual([
      {
        name: 'search_obat',
        description: 'Mencari obat.',
        parameters: {
          type: 'object',
          required: ['query'],
          properties: {
            query: { type: 'string', description: 'Nama obat', maxLength: 100 },
            drugClass: { type: 'string', enum: ['bebas', 'keras'] },
            kind: { type: 'string', enum: ['obat'] },
            since: { type: 'string', nullable: true },
            prices: {
              type: 'array',
              maxItems: 2,
              items: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
            },
            inside: {
              type: 'object',
              required: ['either'],
              properties: {
                either: { nullable: true, anyOf: [{ type: 'string' }, { type: 'number' }] },
              },
            },
            limit: { type: 'integer', minimum: 1, maximum: 10 },
          },
        },
      },
      { name: 'doctors_on_duty', description: 'Siapa bertugas.' },
    ])
  })

  it('are answered under a role that every model takes, and signatures come back untouched', async () => {
    const signature = 'c2lnbmVk/+=='
    gemini.will(
      [thought('Cari.'), call('search_obat', { query: 'para' }, signature), finish()],
      said('Ada.'),
    )
    const first = await hear(ask({ tools: [search] }))
    expect(first.events[0]).toEqual({
      kind: 'call',
      id: null,
      name: 'search_obat',
      args: { query: 'para' },
    })
    const end = first.events.at(-1)
    if (end?.kind !== 'end') throw new Error('It did not end.')
    const second = await hear(
      ask({
        tools: [search],
        messages: [
          { role: 'user', text: 'Ada para?' },
          { role: 'model', parts: end.parts },
          { role: 'tools', answers: [{ id: null, name: 'search_obat', result: { obat: [] } }] },
        ],
      }),
    )
    expect(second.error).toBeNull()
    expect(gemini.requests[1]?.body.contents?.slice(1)).toEqual([
      {
        role: 'model',
        parts: [
          { text: 'Cari.', thought: true },
          {
            functionCall: { name: 'search_obat', args: { query: 'para' } },
            thoughtSignature: signature,
          },
        ],
      },
      {
        role: 'user',
        parts: [{ functionResponse: { name: 'search_obat', response: { obat: [] } } }],
      },
    ])
  })

  it('are answered by the id of their call, where the model gave one', async () => {
    gemini.will(
      asks(
        parts({
          functionCall: { id: 'call-7', name: 'doctors_on_duty' },
          thoughtSignature: 'x',
        }),
      ),
    )
    const { events } = await hear(ask({ tools: [nothing] }))
    expect(events[0]).toEqual({ kind: 'call', id: 'call-7', name: 'doctors_on_duty', args: {} })
    const end = events.at(-1)
    if (end?.kind !== 'end') throw new Error('It did not end.')
    const answers = [{ id: 'call-7', name: 'doctors_on_duty', result: { doctors: [] } }]
    const messages: Asked['messages'] = [
      { role: 'user', text: 'Siapa?' },
      { role: 'model', parts: end.parts },
      { role: 'tools', answers },
    ]
    expect((await hear(ask({ messages }))).error).toBeNull()
    expect(gemini.requests[1]?.body.contents?.at(-1)?.parts).toEqual([
      {
        functionResponse: {
          id: 'call-7',
          name: 'doctors_on_duty',
          response: { doctors: [] },
        },
      },
    ])
  })
})

describe('an answer that is none', () => {
  it.each([
    ['a failure in the middle, which the SDK swallows', failure(503), 503],
    ['a connection that breaks off', cut, null],
    ['an end that is none, which looks complete to the SDK', hangUp, null],
    ['a call that the model made wrongly', finish('MALFORMED_FUNCTION_CALL'), null],
  ])('%s', async (_name, last, status) => {
    let goOn: (value?: unknown) => void = () => undefined
    gemini.will([...text('Halo '), wait(new Promise((resolve) => (goOn = resolve))), last])
    const answer = ask()
    expect(await answer.next()).toMatchObject({ value: { text: 'Halo ' } })
    goOn()
    const { events, error } = await hear(answer)
    expect(events).toEqual([])
    expect(error).toBeInstanceOf(ModelFailure)
    expect(error).toMatchObject({ status })
    // Whoever listens has heard its beginning: it is not asked for again.
    expect(gemini.requests).toHaveLength(1)
  })

  it.each([429, 500, 503, 504])('%i is asked again, before anything was heard', async (status) => {
    gemini.will([refuse(status)], [failure(status)], said('Ini.'))
    const { events, error } = await hear(ask())
    expect([textOf(events), error]).toEqual(['Ini.', null])
    expect(gemini.requests).toHaveLength(3)
  })

  it('is asked for three times at most', async () => {
    gemini.always([refuse(503)])
    const { events, error } = await hear(ask())
    expect(events).toEqual([])
    expect(error).toMatchObject({ name: 'ModelFailure', status: 503 })
    expect(gemini.requests).toHaveLength(3)
  })

  it.each([400, 403, 404])('%i is not asked again', async (status) => {
    gemini.always([refuse(status)])
    expect((await hear(ask())).error).toMatchObject({ status })
    expect(gemini.requests).toHaveLength(1)
  })

  it('is asked for again when Google wants it, or not at all when that is late', async () => {
    gemini.will([refuse(429, 'Busy.', '1s')], said('Ini.'))
    expect(textOf((await hear(ask())).events)).toBe('Ini.')
    gemini.will([refuse(429, 'Busy.', '3.2s')])
    const { error } = await hear(ask())
    expect(error).toMatchObject({ status: 429, retryAfterSeconds: 4 })
    expect(gemini.requests).toHaveLength(3)
  })

  it('is not waited for without end: not for the first event, not for the next', async () => {
    gemini.will([wait(never)])
    expect((await hear(ask({}, { first: 50 }))).error).toMatchObject({ status: null })
    expect(await gemini.requests[0]?.over).toBe('aborted')
    gemini.will([...text('Halo '), wait(never)])
    const { events, error } = await hear(ask({}, { idle: 50 }))
    expect([textOf(events), error]).toEqual(['Halo ', expect.any(ModelFailure)])
    expect(await gemini.requests[1]?.over).toBe('aborted')
  })

  it('tells nothing of the key, nor of what was said', async () => {
    const secrets = ['a secret key', 'RAHASIA', gemini.key]
    gemini.will([refuse(400, 'RAHASIA')], [...text('RAHASIA'), failure(500, 'RAHASIA')])
    const errors = [
      await hear(ask({}, { key: 'a secret key' })),
      await hear(ask({}, { key: 'a secret key\n' })),
      await hear(ask({ messages: [{ role: 'user', text: 'RAHASIA' }] })),
      await hear(ask()),
    ].map(({ error }) => error as ModelFailure)
    for (const error of errors) {
      expect(error).toBeInstanceOf(ModelFailure)
      const told = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`
      for (const secret of secrets) expect(told).not.toContain(secret)
    }
    expect(errors[0]?.message).toBe('Gemini answered 400 (API_KEY_INVALID).')
  })
})

describe('who goes away', () => {
  const unhandled: unknown[] = []
  const remember = (error: unknown) => unhandled.push(error)
  beforeAll(() => {
    process.on('unhandledRejection', remember)
  })
  afterAll(() => {
    process.off('unhandledRejection', remember)
  })
  const settle = async () => new Promise((resolve) => setImmediate(resolve))

  it('before asking: nothing is asked, which the SDK would do', async () => {
    const { error } = await hear(ask({ signal: AbortSignal.abort() }))
    expect(error).toMatchObject({ name: 'AbortError' })
    expect(gemini.requests).toEqual([])
  })

  it.each([
    ['before the first event', []],
    ['in the middle', text('Halo ')],
  ])('%s: the call is ended, and nothing is left behind', async (_name, steps) => {
    gemini.will([...steps, wait(never)])
    const leaving = new AbortController()
    const answer = ask({ signal: leaving.signal })
    if (steps.length > 0) await answer.next()
    const last = answer.next()
    await expect.poll(() => gemini.requests.length).toBe(1)
    leaving.abort()
    await expect(last).rejects.toMatchObject({ name: 'AbortError' })
    expect(await gemini.requests[0]?.over).toBe('aborted')
    await settle()
    expect(unhandled).toEqual([])
  })

  it('while the next try is waited for: there is none', async () => {
    gemini.will([refuse(503)])
    const leaving = new AbortController()
    const answer = ask({ signal: leaving.signal }, { backoff: 600_000 })
    const last = answer.next()
    await expect.poll(async () => gemini.requests[0]?.over).toBe('complete')
    leaving.abort()
    await expect(last).rejects.toMatchObject({ name: 'AbortError' })
    expect(gemini.requests).toHaveLength(1)
  })

  it('by listening no more: the call is ended', async () => {
    gemini.will([...text('Halo ', 'dunia'), wait(never)])
    const answer = ask()
    await answer.next()
    await answer.return?.()
    expect(await gemini.requests[0]?.over).toBe('aborted')
    await settle()
    expect(unhandled).toEqual([])
  })
})
