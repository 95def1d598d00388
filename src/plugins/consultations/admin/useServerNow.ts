'use client'

import { useEffect, useState } from 'react'

const TICK_MS = 1000

/**
 * The time by the server's clock, in milliseconds, moving on while it is looked at: whatever the clock of
 * this computer shows, and whoever sets it meanwhile.
 * @param serverTime what the server's clock showed when it last answered; null: it has not yet
 */
export const useServerNow = (serverTime: string | null): number => {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    if (serverTime === null) return
    const atZero = Date.parse(serverTime) - performance.now()
    const timer = window.setInterval(() => setNow(atZero + performance.now()), TICK_MS)
    return () => window.clearInterval(timer)
  }, [serverTime])
  return now ?? (serverTime === null ? 0 : Date.parse(serverTime))
}
