'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const EVERY_MS = 3_000
const AT_MOST_MS = 30_000

/** Whether the server says that something has come of the payment; null when it cannot be asked now. */
const ask = async (orderId: string, signal: AbortSignal): Promise<boolean | null> => {
  try {
    const response = await fetch('/api/payment/confirmation', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ order_id: orderId }),
      signal,
    })
    if (!response.ok) return null
    const { status, dibayar } = (await response.json()) as { status: string; dibayar: boolean }
    return dibayar || status !== 'pending'
  } catch {
    return null
  }
}

/** Asks for as long as the payment is open, and then has the server draw the page anew. */
export const Follow = ({ orderId }: { orderId: string }) => {
  const router = useRouter()
  useEffect(() => {
    const abort = new AbortController()
    let timer: number | undefined
    const follow = async (wait: number): Promise<void> => {
      const hasMoved = await ask(orderId, abort.signal)
      if (abort.signal.aborted) return
      if (hasMoved) router.refresh()
      const next = hasMoved === null ? Math.min(wait * 2, AT_MOST_MS) : EVERY_MS
      timer = window.setTimeout(() => void follow(next), next)
    }
    timer = window.setTimeout(() => void follow(EVERY_MS), EVERY_MS)
    return () => {
      abort.abort()
      window.clearTimeout(timer)
    }
  }, [orderId, router])
  return null
}
