'use client'

import { useState, useSyncExternalStore } from 'react'

import type { Talk } from './talk'
import { talkStore } from './talkStore'

/** Before the browser has taken over: nothing can be said yet. */
const UNKNOWN: Talk = { id: '', messages: [], consent: false }

/** The talk of this tab, and what can be done with it. */
export const useTalk = (owner: string, onAnswered: () => unknown) => {
  const [store] = useState(() => talkStore(owner, onAnswered))
  const talk = useSyncExternalStore(store.subscribe, store.read, () => UNKNOWN)
  return { talk, store, isReady: talk !== UNKNOWN }
}
