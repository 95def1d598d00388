'use client'

import { use, useCallback, useSyncExternalStore } from 'react'
import type { Socket } from 'socket.io-client'

import { SocketContext } from './useRealtime'

/**
 * The panel's socket, and the id of its present connection: null while there is none, another one after
 * each reconnection, when rooms have to be joined anew.
 */
export const useSocket = (): { socket: Socket | null; connection: string | null } => {
  const socket = use(SocketContext)
  const subscribe = useCallback(
    (listen: () => void) => {
      socket?.on('connect', listen)
      socket?.on('disconnect', listen)
      return () => {
        socket?.off('connect', listen)
        socket?.off('disconnect', listen)
      }
    },
    [socket],
  )
  const connection = useSyncExternalStore(
    subscribe,
    () => (socket?.connected ? (socket.id ?? null) : null),
    () => null,
  )
  return { socket, connection }
}
