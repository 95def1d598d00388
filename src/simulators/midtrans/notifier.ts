import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'

import { LONGEST_TIMER } from './clock'
import type { Notice } from './types'

const MINUTE = 60_000
const PATIENCE_MS = 15_000
const RETRY_MINUTES = [2, 10, 30, 90, 210]

/** How often it is tried again after an answer; null is no answer. */
const retriesAfter = (code: number | null): number => {
  if (code === null) return RETRY_MINUTES.length
  if (code >= 200 && code < 300) return 0
  switch (code) {
    case 301:
    case 302:
    case 303:
      return 0
    case 500:
      return 1
    case 400:
    case 404:
      return 2
    case 503:
      return 4
    default:
      return RETRY_MINUTES.length
  }
}

type Options = {
  url: () => string | null
  /** Nothing is sent before `release`. */
  isHeld: boolean
  /** 1: Midtrans's own minutes between tries; tests have less patience. */
  timeScale: number
  /** Something is known of a notice: its order is to be saved. */
  onChange: (orderId: string) => void
}

/** Sends notifications, each on its own: they overtake each other, as they do in life. */
export const createNotifier = ({ url, isHeld, timeScale, onChange }: Options) => {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  if (!isHeld) release()
  const stopping = new AbortController()
  const underWay = new Set<Promise<void>>()

  const post = async (body: Notice['body']): Promise<number | null> => {
    const target = url()
    if (target === null) return 200
    try {
      const response = await fetch(target, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'User-Agent': 'Veritrans' },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(PATIENCE_MS)]),
      })
      await response.body?.cancel()
      return response.status
    } catch {
      return null
    }
  }

  const nextTry = ({ answers }: Notice): number | null => {
    const retries = answers.length - 1
    if (retries >= retriesAfter(answers.at(-1) ?? null)) return null
    return Date.now() + (RETRY_MINUTES[retries] ?? 0) * MINUTE * timeScale
  }

  const run = async (orderId: string, notice: Notice): Promise<void> => {
    await released
    while (notice.dueAt !== null && !stopping.signal.aborted) {
      const delay = Math.min(LONGEST_TIMER, Math.max(0, notice.dueAt - Date.now()))
      await wait(delay, undefined, { signal: stopping.signal })
      const code = await post(notice.body)
      // What was cut off by the end of the simulator is sent anew after its next start.
      if (stopping.signal.aborted) return
      notice.answers.push(code)
      notice.dueAt = nextTry(notice)
      onChange(orderId)
    }
  }

  const resume = (orderId: string, notice: Notice): void => {
    const sending = run(orderId, notice)
      .catch(() => undefined)
      .finally(() => underWay.delete(sending))
    underWay.add(sending)
  }

  return {
    create: (body: Notice['body'], delayMs: number): Notice => ({
      id: randomUUID(),
      body,
      answers: [],
      dueAt: Date.now() + delayMs,
    }),
    /** Sends a notice when it is due, and again until it is answered as it should be. */
    resume,
    release: (): void => release(),
    /** Until every notice was answered, or given up. */
    settled: async (): Promise<void> => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    stop: async (): Promise<void> => {
      stopping.abort()
      release()
      await Promise.all(underWay)
    },
  }
}

export type Notifier = ReturnType<typeof createNotifier>
