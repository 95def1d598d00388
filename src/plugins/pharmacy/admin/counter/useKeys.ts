import { useEffect, useEffectEvent } from 'react'

const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLElement && element.matches('input, textarea, select, [contenteditable]')

/**
 * Keys that work wherever one is on the page.
 * @param keys what a function key does
 * @param onText somebody types, or scans, and nothing takes it
 */
export const useKeys = (keys: Record<string, () => unknown>, onText?: () => void): void => {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const act = keys[event.key]
    if (act) {
      event.preventDefault()
      act()
    } else if (event.key.length === 1 && event.key !== ' ' && !isTyping(document.activeElement)) {
      // The character itself goes where the focus is by then.
      onText?.()
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
