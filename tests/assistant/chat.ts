import type { GenerateRequest } from '../support/gemini/rules'
import type { Gemini, Step } from '../support/gemini'
import { asks, call, said } from '../support/gemini'
import { api } from '../support/api'
import type { Person } from '../support/people'

type Caller = Pick<Person, 'token'> | null

export type Called = { toolName: string; result: Record<string, unknown> }

/** An answer of `POST /api/chat`, in the format of AI SDK 4. */
export type ChatAnswer = {
  status: number
  headers: Headers
  /** As it came. */
  body: string
  text: string
  called: Called[]
  errors: string[]
}

const linesOf = (body: string, code: string): unknown[] =>
  body
    .split('\n')
    .filter((line) => line.startsWith(`${code}:`))
    .map((line) => JSON.parse(line.slice(code.length + 1)) as unknown)

const read = (body: string): Omit<ChatAnswer, 'status' | 'headers'> => {
  const calls = linesOf(body, '9') as { toolCallId: string; toolName: string }[]
  const results = linesOf(body, 'a') as { toolCallId: string; result: Called['result'] }[]
  return {
    body,
    text: linesOf(body, '0').join(''),
    called: results.map(({ toolCallId, result }) => ({
      toolName: calls.find((one) => one.toolCallId === toolCallId)?.toolName ?? '',
      result,
    })),
    errors: linesOf(body, '3') as string[],
  }
}

export const chat = async (
  who: Caller,
  question: string,
  { body = {}, headers = {} }: { body?: object; headers?: Record<string, string> } = {},
): Promise<ChatAnswer> => {
  const answer = await api('POST', '/chat', {
    token: who?.token,
    headers,
    body: { messages: [{ role: 'user', content: question }], ...body },
  })
  const given: unknown = answer.body
  const text = typeof given === 'string' ? given : JSON.stringify(given)
  return { status: answer.status, headers: answer.headers, ...read(text) }
}

export type Wanted = { name: string; args?: object }

/** Asks while the model wants tools, whatever it was told. @returns also what it was handed back */
export const chatWanting = async (
  gemini: Gemini,
  who: Caller,
  wanted: Wanted[],
): Promise<ChatAnswer & { handed: string }> => {
  gemini.reset()
  gemini.will(asks(...wanted.map(({ name, args }) => call(name, args))), said('Selesai.'))
  const answer = await chat(who, 'Halo')
  return { ...answer, handed: JSON.stringify(gemini.requests.at(-1)?.body.contents ?? []) }
}

/** The names of the tools that a request to the model offered. */
export const offeredIn = ({ tools = [] }: GenerateRequest): string[] =>
  tools.flatMap(({ functionDeclarations = [] }) =>
    functionDeclarations.map(({ name = '' }) => name),
  )

/** What tools answered in a request to the model, the newest turn. */
export const answersIn = ({ contents = [] }: GenerateRequest): Record<string, unknown>[] =>
  (contents.at(-1)?.parts ?? []).flatMap(({ functionResponse }) => {
    const { response } = (functionResponse ?? {}) as { response?: Record<string, unknown> }
    return response ? [response] : []
  })

/** The model does what stands in what it was handed: `/CALL name {json}/`. */
export const obeying = (body: GenerateRequest): Step[] => {
  const handed = JSON.stringify(answersIn(body)).replaceAll('\\"', '"')
  const orders = [...handed.matchAll(/\/CALL (\w+) (\{[^}]*\})\//g)]
  if (orders.length === 0) return said(`Ini datanya: ${handed}`)
  return asks(...orders.map(([, name = '', args = '{}']) => call(name, JSON.parse(args) as object)))
}
