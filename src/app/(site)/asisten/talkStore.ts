import { ask, Refused } from './ask'
import { StreamBroken } from './dataStream'
import { readTalk, writeTalk } from './keeping'
import type { Refusal, Talk } from './talk'
import { askedAgain, heard, isUnderWay, newTalk, refused, stopped, withQuestion } from './talk'

const BROKEN: Refusal = {
  message: 'Jawaban terputus di tengah jalan.',
  canRetry: true,
  needsSignIn: false,
}
const UNREACHABLE: Refusal = {
  message: 'Server tidak dapat dihubungi.',
  canRetry: true,
  needsSignIn: false,
}

/** Asked for each time: a browser may forbid it, and says so here. */
const storage = (): Storage => sessionStorage

const refusalIn = (error: unknown): Refusal => {
  if (error instanceof Refused) return error.refusal
  return error instanceof StreamBroken ? BROKEN : UNREACHABLE
}

/**
 * The talk of this tab, outside of what shows it.
 * @param owner who is signed in
 * @param onAnswered hears of each answer that came to its end
 */
export const talkStore = (owner: string, onAnswered: () => unknown) => {
  const listeners = new Set<() => void>()
  let talk: Talk | null = null
  let abort: AbortController | null = null

  const read = (): Talk => (talk ??= readTalk(storage, owner) ?? newTalk())
  const write = (next: Talk): void => {
    const isSpoken = next.messages.at(-1)?.state === 'streaming'
    talk = next
    // Not with each word: a reload in between finds the question.
    if (!isSpoken) writeTalk(storage, owner, next)
    for (const listen of listeners) listen()
  }

  const run = async (): Promise<void> => {
    const mine = new AbortController()
    abort = mine
    try {
      for await (const part of ask(read(), mine.signal)) {
        if (mine.signal.aborted) return
        write(heard(read(), part))
      }
      if (!mine.signal.aborted) onAnswered()
    } catch (error) {
      if (!mine.signal.aborted) write(refused(read(), refusalIn(error)))
    }
  }
  const stop = (): void => {
    if (!isUnderWay(read())) return
    abort?.abort()
    write(stopped(read()))
  }
  const turnTo = (next: Talk): void => {
    stop()
    write(next)
  }

  return {
    subscribe: (listen: () => void) => {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
    read,
    stop,
    turnTo,
    ask: (question: string): void => {
      if (isUnderWay(read())) return
      write(withQuestion(read(), question))
      void run()
    },
    askAgain: (): void => {
      if (isUnderWay(read())) return
      write(askedAgain(read()))
      void run()
    },
    setConsent: (consent: boolean): void => write({ ...read(), consent }),
  }
}
