'use client'

import { useReducer } from 'react'

export type Entry = { id: number; at: string; direction: 'in' | 'out' | 'own'; text: string }
type Added = Pick<Entry, 'direction' | 'text'>

const ENTRIES_MAX = 500
const TEXT_MAX = 300

const describe = (data: unknown): string => {
  const text = JSON.stringify(data)
  return text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text
}

const add = (known: Entry[], { direction, text }: Added): Entry[] =>
  [
    { id: (known[0]?.id ?? 0) + 1, at: new Date().toLocaleTimeString('id'), direction, text },
    ...known,
  ].slice(0, ENTRIES_MAX)

/** What was sent and heard, the newest first; no more than can be looked through. */
export const useEntries = () => {
  const [entries, log] = useReducer(add, [])
  return {
    entries,
    note: (text: string) => log({ direction: 'own', text }),
    noteSent: (event: string, data: unknown) =>
      log({ direction: 'out', text: `${event} ${describe(data)}` }),
    noteHeard: (event: string, data: unknown) =>
      log({ direction: 'in', text: `${event} ${describe(data)}` }),
  }
}
