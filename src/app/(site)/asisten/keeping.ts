import type { Message, Talk } from './talk'
import { isUnderWay, stopped } from './talk'

const KEY = 'sehat:asisten'

type Kept = { owner: string; talk: Talk }

const isMessage = (value: unknown): value is Message => {
  const { key, role, content, state } = (value ?? {}) as Partial<Message>
  return (
    [key, role, content, state].every((part) => typeof part === 'string') &&
    (role === 'user' || role === 'assistant')
  )
}

const isKept = (value: unknown): value is Kept => {
  const { owner, talk } = (value ?? {}) as Partial<Kept>
  return (
    typeof owner === 'string' &&
    typeof talk?.id === 'string' &&
    Array.isArray(talk.messages) &&
    talk.messages.every(isMessage)
  )
}

/**
 * The talk of this tab: it survives a reload, and ends with the tab, or with whoever had it.
 * @param owner who is signed in; what somebody else left is thrown away
 */
export const readTalk = (storage: () => Storage, owner: string): Talk | null => {
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? 'null')
    if (isKept(kept) && kept.owner === owner) {
      return isUnderWay(kept.talk) ? stopped(kept.talk) : kept.talk
    }
    storage().removeItem(KEY)
  } catch {
    // No storage, or what is in it is not ours: a talk begins.
  }
  return null
}

export const writeTalk = (storage: () => Storage, owner: string, talk: Talk): void => {
  try {
    storage().setItem(KEY, JSON.stringify({ owner, talk }))
  } catch {
    // Full, or forbidden: the talk goes on without it.
  }
}
