'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'

import { useRealtime } from '@/plugins/realtime/admin/useRealtime'
import { useSocket } from '@/plugins/realtime/admin/useSocket'

import { CLIENT_EVENTS, SERVER_EVENTS } from '../../constants'
import type { Person } from './chatApi'

/** The server takes it back after five seconds: who goes on typing says so before. */
const EVERY_MS = 3000
/** In case that taking it back is lost. */
const SHOWN_MS = 7000

type Told = { consultation_id?: number; user?: Person }

/** Who else types, and says that one types oneself. */
export const useTyping = (consultation: number, me: number) => {
  const { socket } = useSocket()
  const [typist, setTypist] = useState<Person | null>(null)
  const saidAt = useRef<number | null>(null)

  const of = (data: unknown): Person | null => {
    const { consultation_id: id, user } = (data ?? {}) as Told
    return id === consultation && user && user.id !== me ? user : null
  }
  useRealtime(SERVER_EVENTS.typingStart, (data) => {
    const user = of(data)
    if (user) setTypist({ ...user })
  })
  useRealtime(SERVER_EVENTS.typingStop, (data) => {
    if (of(data)) setTypist(null)
  })
  useRealtime(SERVER_EVENTS.message, (data) => {
    const { sender } = (data ?? {}) as { sender?: Person }
    if (sender && sender.id === typist?.id) setTypist(null)
  })
  useEffect(() => {
    if (!typist) return
    const timer = window.setTimeout(() => setTypist(null), SHOWN_MS)
    return () => window.clearTimeout(timer)
  }, [typist])

  const say = (event: string) => {
    if (socket?.connected) socket.emit(event, { consultation_id: consultation })
  }
  const stop = () => {
    if (saidAt.current !== null) say(CLIENT_EVENTS.typingStop)
    saidAt.current = null
  }
  const stopAtLast = useEffectEvent(stop)
  useEffect(() => () => stopAtLast(), [])
  return {
    typist,
    /** To be told at each change of what is written. */
    typed: (text: string) => {
      if (text === '') return stop()
      const now = performance.now()
      if (saidAt.current !== null && now - saidAt.current < EVERY_MS) return
      saidAt.current = now
      say(CLIENT_EVENTS.typingStart)
    },
    stop,
  }
}
