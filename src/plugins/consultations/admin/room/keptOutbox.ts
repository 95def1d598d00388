import type { Outgoing } from './roomState'

/** What was written and not sent survives a reload of this window; files do not. */
const keyOf = (user: number, consultation: number): string => `sehat:outbox:${user}:${consultation}`

type Kept = Pick<Outgoing, 'clientId' | 'content'>

const isKept = (one: unknown): one is Kept =>
  typeof (one as Kept | null)?.clientId === 'string' && typeof (one as Kept).content === 'string'

export const restoreOutbox = (user: number, consultation: number): Outgoing[] => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(user, consultation)) ?? '[]')
    if (!Array.isArray(kept)) return []
    const known = kept.filter(isKept)
    return known.map(({ clientId, content }) => ({ clientId, content, file: null, refusal: null }))
  } catch {
    return []
  }
}

export const keepOutbox = (user: number, consultation: number, outbox: Outgoing[]): void => {
  const kept = outbox.filter(({ file }) => !file)
  const key = keyOf(user, consultation)
  if (kept.length === 0) return sessionStorage.removeItem(key)
  const texts = kept.map(({ clientId, content }): Kept => ({ clientId, content }))
  sessionStorage.setItem(key, JSON.stringify(texts))
}
