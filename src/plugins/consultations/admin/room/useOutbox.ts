'use client'

import type { Dispatch } from 'react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Socket } from 'socket.io-client'

import { sendMessage } from './chatApi'
import type { Outgoing, RoomEvent, RoomState } from './roomState'
import { nextToSend } from './roomState'

const AGAIN_MS = 3000

type Given = {
  socket: Socket | null
  consultation: number
  state: RoomState
  dispatch: Dispatch<RoomEvent>
  isReady: boolean
}

/** Sends what is written, one after the other, again and again until the server has said yes or no. */
export const useOutbox = ({ socket, consultation, state, dispatch, isReady }: Given): void => {
  const [attempt, setAttempt] = useState(0)
  const next = nextToSend(state)
  const clientId = next?.clientId

  const send = useEffectEvent(async (one: Outgoing): Promise<boolean> => {
    if (!socket) return false
    const { message, refusal } = await sendMessage(socket, consultation, one)
    if (message) dispatch({ type: 'arrived', messages: [message] })
    else if (refusal !== null) {
      dispatch({ type: 'refused', clientId: one.clientId, why: refusal })
    }
    return message !== null || refusal !== null
  })
  const sendNext = useEffectEvent(() => (next ? send(next) : null))
  useEffect(() => {
    if (!isReady || clientId === undefined) return
    let again: number | undefined
    let isOver = false
    void sendNext()?.then((isKnown) => {
      // Over the socket it is sent again after the reconnection, which is sooner.
      if (!isKnown && !isOver) {
        again = window.setTimeout(() => setAttempt((count) => count + 1), AGAIN_MS)
      }
    })
    return () => {
      isOver = true
      window.clearTimeout(again)
    }
  }, [isReady, clientId, attempt])
}
