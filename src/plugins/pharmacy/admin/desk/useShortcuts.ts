'use client'

import { useEffect, useEffectEvent } from 'react'

/** What takes the keys for itself while it has the focus. */
const TAKES_KEYS =
  'a, button, input:not([type="radio"]), select, textarea, summary, [contenteditable]'
/** What takes the arrows only. */
const TAKES_ARROWS = 'input[type="radio"]'

const isTaken = (event: KeyboardEvent): boolean => {
  const { key, target } = event
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true
  if (document.querySelector('dialog[open]')) return true
  if (!(target instanceof Element)) return false
  return Boolean(
    target.closest(TAKES_KEYS) ?? (key.startsWith('Arrow') && target.closest(TAKES_ARROWS)),
  )
}

/**
 * Keys that work all over the page, by `event.key` (letters in lower case): not while something else
 * takes them, and each press once, however long the key is held.
 */
export const useShortcuts = (shortcuts: Record<string, () => void>): void => {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const run = Object.hasOwn(shortcuts, name) ? shortcuts[name] : undefined
    if (!run || isTaken(event)) return
    event.preventDefault()
    if (!event.repeat || name.startsWith('Arrow')) run()
  })
  useEffect(() => {
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
