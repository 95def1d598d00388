'use client'

import { useEffect, useState } from 'react'

const TICK_MS = 15_000

/** The time in milliseconds, moving on while it is looked at. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), TICK_MS)
    return () => window.clearInterval(timer)
  }, [])
  return now
}
