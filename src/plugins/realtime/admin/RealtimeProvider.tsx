'use client'

import { useAuth } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { useEffect, useMemo } from 'react'
import { io } from 'socket.io-client'

import { SocketContext } from './useRealtime'

/** Whoever was refused asks again: a session may have been renewed, a database been away. */
const AGAIN_MS = 15_000
const OPTIONS = { path: '/socket.io/', transports: ['websocket', 'polling'], autoConnect: false }

/** One socket for all of the panel's pages, for as long as somebody is signed in. */
export const RealtimeProvider = ({ children }: { children: ReactNode }) => {
  const { user } = useAuth()
  const id = user?.id
  const socket = useMemo(() => (id === undefined ? null : io(OPTIONS)), [id])
  useEffect(() => {
    if (!socket) return
    let again: number | undefined
    // The server hangs up when a session ends or a role changes: whoever still may comes in again.
    const onHungUp = (reason: string) => {
      if (reason === 'io server disconnect') socket.connect()
    }
    const onRefused = () => {
      if (!socket.active) again = window.setTimeout(() => socket.connect(), AGAIN_MS)
    }
    socket.on('disconnect', onHungUp)
    socket.on('connect_error', onRefused)
    socket.connect()
    return () => {
      window.clearTimeout(again)
      socket.off('disconnect', onHungUp)
      socket.off('connect_error', onRefused)
      socket.disconnect()
    }
  }, [socket])
  return <SocketContext value={socket}>{children}</SocketContext>
}
