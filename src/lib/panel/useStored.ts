import { useCallback, useMemo, useSyncExternalStore } from 'react'

/** Told to this window when something kept in it changes: the browser tells other windows only. */
const CHANGED = 'sehat:stored'

const subscribe = (listen: () => void) => {
  window.addEventListener(CHANGED, listen)
  return () => window.removeEventListener(CHANGED, listen)
}

const parse = <T>(text: string | null, empty: T): T => {
  try {
    return text === null ? empty : { ...empty, ...(JSON.parse(text) as Partial<T>) }
  } catch {
    return empty
  }
}

/**
 * A value that survives a reload of this window, and ends with it.
 * @returns the value, what reads it at this moment, and what changes it
 */
export const useStored = <T extends object>(key: string, empty: T) => {
  const text = useSyncExternalStore(
    subscribe,
    () => sessionStorage.getItem(key),
    () => null,
  )
  const value = useMemo(() => parse(text, empty), [text, empty])
  const read = useCallback(() => parse(sessionStorage.getItem(key), empty), [key, empty])
  const change = useCallback(
    (next: (now: T) => T) => {
      sessionStorage.setItem(key, JSON.stringify(next(read())))
      window.dispatchEvent(new Event(CHANGED))
    },
    [key, read],
  )
  return { value, read, change }
}
