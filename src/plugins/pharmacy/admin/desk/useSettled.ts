'use client'

import { useEffect, useState } from 'react'

const SETTLE_MS = 600

/**
 * Whether something has been on the screen for long enough to have been seen. An order that has just
 * moved up must not be confirmed by the second half of a double press.
 */
export const useSettled = (id: number | null): boolean => {
  const [seen, setSeen] = useState<number | null>(null)
  useEffect(() => {
    const timer = window.setTimeout(() => setSeen(id), SETTLE_MS)
    return () => window.clearTimeout(timer)
  }, [id])
  return id !== null && seen === id
}
