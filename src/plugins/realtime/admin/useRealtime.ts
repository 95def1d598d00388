'use client'

import { createContext, use, useEffect, useEffectEvent } from 'react'
import type { Socket } from 'socket.io-client'

export const SocketContext = createContext<Socket | null>(null)

type Listener = (data: Record<string, unknown> | null) => void

/**
 * Runs `listener` at each event of that name, and with `null` after every connection: what happened
 * while there was none has to be asked for.
 */
export const useRealtime = (event: string, listener: Listener): void => {
  const socket = use(SocketContext)
  const hear = useEffectEvent(listener)
  useEffect(() => {
    if (!socket) return
    const onEvent = (data: Record<string, unknown>) => hear(data)
    const onConnect = () => hear(null)
    socket.on(event, onEvent)
    socket.on('connect', onConnect)
    return () => {
      socket.off(event, onEvent)
      socket.off('connect', onConnect)
    }
  }, [socket, event])
}
