import type { Part } from './dataStream'
import { readDataStream } from './dataStream'
import type { Refusal, Talk } from './talk'
import { historyOf } from './talk'

const MINUTE = 60
const HOUR = 60 * MINUTE

/** The question was not answered, and this is why. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message)
  }
}

/** `dalam 20 detik`, `dalam 5 menit`, `pukul 00.00`. */
export const sayWhen = (seconds: number, now: Date): string => {
  if (seconds <= MINUTE) return `dalam ${seconds} detik`
  if (seconds < HOUR) return `dalam ${Math.ceil(seconds / MINUTE)} menit`
  const then = new Date(now.getTime() + seconds * 1000)
  return `pukul ${then.toLocaleTimeString('id-ID', { hour: '2-digit', minute: '2-digit' })}`
}

type Body = { message?: unknown; errors?: Record<string, unknown[]> } | null

const messageIn = (body: Body): string => {
  const [fault] = Object.values(body?.errors ?? {}).flat()
  if (typeof fault === 'string') return fault
  return typeof body?.message === 'string' ? body.message : 'Asisten tidak dapat menjawab sekarang.'
}

const NOT_SIGNED_IN = 'Silakan masuk untuk bertanya kepada asisten.'

/** What an answer says that is none. */
export const refusalOf = async (response: Response, now = new Date()): Promise<Refusal> => {
  if (response.status === 401) {
    return { message: NOT_SIGNED_IN, canRetry: true, needsSignIn: true }
  }
  const body = (await response.json().catch(() => null)) as Body
  const seconds = Number(response.headers.get('Retry-After') ?? 0)
  const when = response.status === 429 && seconds > 0 ? ` Coba lagi ${sayWhen(seconds, now)}.` : ''
  return {
    message: `${messageIn(body)}${when}`,
    canRetry: response.status !== 422,
    needsSignIn: false,
  }
}

/**
 * Asks the assistant.
 * @throws {Refused}; {StreamBroken} also after parts have come; what `fetch` throws, an abort say
 */
export async function* ask(talk: Talk, signal: AbortSignal): AsyncGenerator<Part> {
  const { id, consent } = talk
  const response = await fetch('/api/chat', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id, consent, messages: historyOf(talk) }),
    signal,
  })
  if (!response.ok || !response.body) throw new Refused(await refusalOf(response))
  yield* readDataStream(response.body)
}
