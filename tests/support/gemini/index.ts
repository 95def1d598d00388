import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { GenerateRequest } from './rules'
import { faultOf } from './rules'
import type { Step } from './script'
import { googleError, said } from './script'

export * from './script'

/** A request that came, as Google would see it. */
type Asked = {
  model: string
  key: string
  body: GenerateRequest
  /** Resolves when the answer is over: `complete`, or `aborted` by who asked. */
  over: Promise<'complete' | 'aborted'>
}

type Answer = Step[] | ((body: GenerateRequest) => Step[])

const PATH = /^\/v1beta\/models\/([\w.-]+):streamGenerateContent\?alt=sse$/

const readJson = async (incoming: IncomingMessage): Promise<GenerateRequest> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as GenerateRequest
}

const BAD_KEY = googleError(400, 'API key not valid. Please pass a valid API key.', [
  {
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason: 'API_KEY_INVALID',
    domain: 'googleapis.com',
  },
])

const answerError = (outgoing: ServerResponse, status: number, body: object): void => {
  outgoing.writeHead(status, { 'Content-Type': 'application/json; charset=UTF-8' })
  outgoing.end(JSON.stringify(body, null, 2))
}

const send = (outgoing: ServerResponse, data: object): void => {
  if (!outgoing.headersSent) outgoing.writeHead(200, { 'Content-Type': 'text/event-stream' })
  outgoing.write(`data: ${JSON.stringify(data)}\r\n\r\n`)
}

const closeOf = async (outgoing: ServerResponse): Promise<void> =>
  new Promise((resolve) => outgoing.once('close', () => resolve()))

const play = async (steps: Step[], outgoing: ServerResponse): Promise<void> => {
  const gone = closeOf(outgoing)
  for (const step of steps) {
    if (outgoing.destroyed) return
    if (step.kind === 'event') send(outgoing, step.data)
    if (step.kind === 'wait') await Promise.race([step.until, gone])
    if (step.kind === 'hangUp') break
    if (step.kind === 'refuse') return answerError(outgoing, step.status, step.body)
    if (step.kind === 'cut') {
      outgoing.socket?.destroy()
      return
    }
  }
  outgoing.end()
}

/**
 * Google's `streamGenerateContent`, on loopback: refuses what Google refuses (keys, roles, tool answers
 * without their calls, schemas beyond its subset), plays the scripts it is given, and remembers what it
 * was asked.
 * @param key the one key that it takes
 * @param port 0: any
 */
export const startGemini = async ({ key = 'a key of the tests', port = 0 } = {}) => {
  const scripts: Answer[] = []
  const requests: Asked[] = []
  let byDefault: Answer = said('Baik.')

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const model = PATH.exec(incoming.url ?? '')?.[1]
    if (incoming.method !== 'POST' || !model) {
      return answerError(outgoing, 404, googleError(404, 'Requested entity was not found.'))
    }
    const given = String(incoming.headers['x-goog-api-key'] ?? '')
    const body = await readJson(incoming)
    const over = closeOf(outgoing).then((): 'complete' | 'aborted' =>
      outgoing.writableFinished ? 'complete' : 'aborted',
    )
    requests.push({ model, key: given, body, over })
    if (given !== key) return answerError(outgoing, 400, BAD_KEY)
    const fault = faultOf(body)
    if (fault) return answerError(outgoing, 400, googleError(400, fault))
    const script = scripts.shift() ?? byDefault
    await play(typeof script === 'function' ? script(body) : script, outgoing)
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error))
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    key,
    /** What a server needs to ask this one. */
    env: { GEMINI_API_KEY: key, GEMINI_BASE_URL: url },
    requests,
    /** The scripts of the next requests, one each. */
    will: (...answers: Answer[]): void => {
      scripts.push(...answers)
    },
    /** The script of every request that has none. */
    always: (script: Answer): void => {
      byDefault = script
    },
    /** Forgets scripts and requests. */
    reset: (): void => {
      scripts.length = 0
      requests.length = 0
      byDefault = said('Baik.')
    },
    stop: async (): Promise<void> => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type Gemini = Awaited<ReturnType<typeof startGemini>>

const KEY = Symbol.for('sehat.testGemini')
type Holder = { [KEY]?: Promise<Gemini> }

/** The worker's Gemini, which its configuration points at; started once, forgetful between files. */
export const testGemini = async (): Promise<Gemini> => {
  const port = Number(new URL(process.env.GEMINI_BASE_URL ?? '').port)
  const key = process.env.GEMINI_API_KEY ?? ''
  const gemini = await ((globalThis as Holder)[KEY] ??= startGemini({ key, port }))
  gemini.reset()
  return gemini
}
