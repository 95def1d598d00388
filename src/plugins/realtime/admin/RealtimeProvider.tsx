'use client'

import { useAuth } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { useEffect, useMemo } from 'react'
import { io } from 'socket.io-client'

import { SocketContext } from './useRealtime'

const OPTIONS = { path: '/socket.io/', transports: ['websocket', 'polling'], autoConnect: false }

/** One socket for all of the panel's pages, for as long as somebody is signed in. */
export const RealtimeProvider = ({ children }: { children: ReactNode }) => {
  const { user } = useAuth()
  const id = user?.id
  const socket = useMemo(() => (id === undefined ? null : io(OPTIONS)), [id])
  useEffect(() => {
    socket?.connect()
    return () => {
      socket?.disconnect()
    }
  }, [socket])
  return <SocketContext value={socket}>{children}</SocketContext>
}
