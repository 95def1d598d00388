'use client'

import { useEffect, useEffectEvent, useRef } from 'react'

import { askServer } from '@/plugins/realtime/admin/askServer'
import { useSocket } from '@/plugins/realtime/admin/useSocket'

import { CLIENT_EVENTS } from '../../constants'

/**
 * Says that the other one's messages were read: those up to `seq`, while they are on the screen of a
 * window that is looked at.
 */
export const useReading = (consultation: number, seq: number, isShown: boolean): void => {
  const { socket, connection } = useSocket()
  const saidOf = useRef(0)
  const read = useEffectEvent(async () => {
    const isLookedAt = document.visibilityState === 'visible' && document.hasFocus()
    if (!socket || !isShown || !isLookedAt || seq <= saidOf.current) return
    saidOf.current = seq
    const data = { consultation_id: consultation, seq }
    const { ok } = await askServer(socket, CLIENT_EVENTS.read, data)
    if (!ok && saidOf.current === seq) saidOf.current = 0
  })
  useEffect(() => void read(), [seq, isShown, connection])
  useEffect(() => {
    const look = () => void read()
    window.addEventListener('focus', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      window.removeEventListener('focus', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
}
