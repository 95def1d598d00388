'use client'

import { useEffect, useEffectEvent, useReducer, useState } from 'react'

import { pressKey } from '@/lib/panel/pressKey'
import { useRealtime } from '@/plugins/realtime/admin/useRealtime'
import { useSocket } from '@/plugins/realtime/admin/useSocket'

import { CLIENT_EVENTS, SERVER_EVENTS } from '../../constants'
import type { Person } from './chatApi'
import { joinRoom, PAGE, readHistory } from './chatApi'
import type { ChatMessage } from './chatMessage'
import { keepOutbox, restoreOutbox } from './keptOutbox'
import { emptyRoom, hasGap, hasOlder, roomReducer } from './roomState'
import { useOutbox } from './useOutbox'

/** Marks of messages that have come while the connection was away are among the newest ones. */
const NEWEST = 50

type Marked = { consultation_id: number; seq: number; user_id: number }

/** A room's messages, kept whole over every interruption; what is written, until it is sent. */
export const useRoom = (consultation: number, me: number) => {
  const { socket, connection } = useSocket()
  const [state, dispatch] = useReducer(roomReducer, null, () =>
    emptyRoom(restoreOutbox(me, consultation)),
  )
  const [joinedOn, setJoinedOn] = useState<string | null>(null)
  const [others, setOthers] = useState<Person[]>([])
  const [refusal, setRefusal] = useState('')
  const [isRecalling, setRecalling] = useState(false)

  const hear = (messages: ChatMessage[]) => dispatch({ type: 'arrived', messages })

  /** What the acknowledgement had no room for. */
  const catchUp = async (from: number): Promise<void> => {
    for (let after = from; ;) {
      const page = await readHistory(consultation, { after, limit: PAGE })
      if (page) hear(page)
      const last = page?.at(-1)
      if (!last || page?.length !== PAGE) return
      after = last.seq
    }
  }
  const join = useEffectEvent(async (on: string) => {
    if (!socket) return
    const after = state.isOpen ? state.last : null
    const answer = await joinRoom(socket, consultation, after)
    // Without an answer the connection is made anew, and this begins again.
    if (answer.ok === null) return
    if (!answer.ok) return setRefusal(answer.message)
    const { messages, participants } = answer
    dispatch({ type: 'opened', messages })
    setRefusal('')
    setOthers(participants.filter(({ id }) => id !== me))
    setJoinedOn(on)
    if (after === null) return
    if (answer.has_more) await catchUp(messages.at(-1)?.seq ?? after)
    hear((await readHistory(consultation, { limit: NEWEST })) ?? [])
  })
  const leave = useEffectEvent(() => {
    if (socket?.connected) socket.emit(CLIENT_EVENTS.leave, { consultation_id: consultation })
  })
  useEffect(() => {
    if (connection !== null) void join(connection)
  }, [connection])
  useEffect(() => () => leave(), [])

  const isGap = hasGap(state)
  useEffect(() => {
    if (isGap && connection !== null) void join(connection)
  }, [isGap, state.last, connection])

  const isMine = (data: unknown): boolean =>
    (data as { consultation_id?: unknown } | null)?.consultation_id === consultation
  useRealtime(SERVER_EVENTS.message, (data) => {
    if (isMine(data)) hear([data as unknown as ChatMessage])
  })
  const mark = (kind: 'delivered' | 'read') => (data: unknown) => {
    if (!isMine(data)) return
    const { seq, user_id: by } = data as Marked
    dispatch({ type: 'marked', kind, by, seq })
  }
  useRealtime(SERVER_EVENTS.delivered, mark('delivered'))
  useRealtime(SERVER_EVENTS.read, mark('read'))
  useRealtime(SERVER_EVENTS.joined, (data) => {
    const { user } = (data ?? {}) as { user?: Person }
    if (!isMine(data) || !user || user.id === me) return
    setOthers((known) => [...known.filter(({ id }) => id !== user.id), user])
  })
  useRealtime(SERVER_EVENTS.left, (data) => {
    const { user } = (data ?? {}) as { user?: Person }
    if (isMine(data)) setOthers((known) => known.filter(({ id }) => id !== user?.id))
  })

  const isReady = connection !== null && joinedOn === connection
  useOutbox({ socket, consultation, state, dispatch, isReady })
  useEffect(() => keepOutbox(me, consultation, state.outbox), [me, consultation, state.outbox])

  return {
    state,
    /** Connected, and in the room. */
    isReady,
    /** The room could not be entered. */
    refusal,
    isOtherHere: isReady && others.length > 0,
    isRecalling,
    /** Reads what was before the first message that is known. */
    recall: async (): Promise<void> => {
      const [first] = state.messages
      if (!first || !hasOlder(state) || isRecalling) return
      setRecalling(true)
      const messages = await readHistory(consultation, { before: first.seq, limit: NEWEST })
      if (messages) dispatch({ type: 'recalled', messages })
      setRecalling(false)
    },
    write: (content: string, file: File | null) =>
      dispatch({ type: 'written', clientId: pressKey(), content, file }),
    retry: (clientId: string) => dispatch({ type: 'retried', clientId }),
    drop: (clientId: string) => dispatch({ type: 'dropped', clientId }),
  }
}
