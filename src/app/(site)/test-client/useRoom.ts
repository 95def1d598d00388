'use client'

import { useEffect, useReducer, useRef, useState } from 'react'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'

import type { Message, Person, Status } from './api'
import type { Mark } from './messages'
import { messagesReducer } from './messages'
import { useEntries } from './useEntries'

type Ack = { ok: boolean; message?: string } & Record<string, unknown>
type Heard = { consultation_id?: number } & Record<string, unknown>

const ACK_MS = 10_000

/** Written, and not (yet) taken by the server; `refusal` says why not. */
type Unsent = { room: number; content: string; client_id: string; refusal: string | null }

/** One socket, one room: joins again after each connection, and asks for what it has missed. */
export const useRoom = () => {
  const [connection, setConnection] = useState<'off' | 'connecting' | 'on'>('off')
  const [room, setRoom] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [status, setStatus] = useState<Status | null>(null)
  const [present, setPresent] = useState<Person[]>([])
  const [typing, setTyping] = useState<string | null>(null)
  const [messages, change] = useReducer(messagesReducer, [])
  const [unsent, setUnsent] = useState<Unsent[]>([])
  const { entries, note, noteSent, noteHeard } = useEntries()
  const socketRef = useRef<Socket | null>(null)
  const roomRef = useRef<number | null>(null)
  const lastRef = useRef(0)
  const unsentRef = useRef<Unsent[]>([])

  const keep = (arrived: Message[]) => {
    lastRef.current = Math.max(lastRef.current, ...arrived.map(({ seq }) => seq))
    change({ type: 'arrived', messages: arrived })
  }
  const changeUnsent = (to: (known: Unsent[]) => Unsent[]) => {
    unsentRef.current = to(unsentRef.current)
    setUnsent(unsentRef.current)
  }
  const forget = (client_id: string) =>
    changeUnsent((known) => known.filter((one) => one.client_id !== client_id))

  const emit = async (event: string, data: Record<string, unknown>): Promise<Ack | null> => {
    const socket = socketRef.current
    if (!socket?.connected) return null
    noteSent(event, data)
    try {
      const ack = (await socket.timeout(ACK_MS).emitWithAck(event, data)) as Ack
      noteHeard(`↳ ${event}`, ack)
      return ack
    } catch {
      note(`↳ ${event}: tidak ada jawaban`)
      return null
    }
  }

  /** Sent again under the same `client_id`, it is the same message. */
  const deliver = async ({ room: id, content, client_id }: Unsent): Promise<void> => {
    const ack = await emit('send_message', { consultation_id: id, content, client_id })
    if (!ack) return
    if (ack.ok) {
      forget(client_id)
      if (roomRef.current === id) keep([ack.data as Message])
      return
    }
    const refused = (one: Unsent) => ({ ...one, refusal: ack.message ?? 'Ditolak.' })
    changeUnsent((known) => known.map((one) => (one.client_id === client_id ? refused(one) : one)))
  }

  /** Looks at another room, or at none. */
  const turnTo = (id: number | null) => {
    roomRef.current = id
    lastRef.current = 0
    change({ type: 'emptied' })
    setRoom(id)
    setStatus(null)
    setPresent([])
    setTyping(null)
  }
  const leave = async (): Promise<void> => {
    const id = roomRef.current
    turnTo(null)
    if (id !== null) await emit('leave_consultation', { consultation_id: id })
  }
  const enter = async (id: number): Promise<void> => {
    const ack = await emit('join_consultation', { consultation_id: id, after: lastRef.current })
    if (!ack || roomRef.current !== id) return
    setRefusal(ack.ok ? null : (ack.message ?? 'Ditolak.'))
    if (!ack.ok) return turnTo(null)
    keep(ack.messages as Message[])
    setStatus(ack as unknown as Status)
    setPresent(ack.participants as Person[])
    // Many were missed: the rest comes after these.
    if (ack.has_more) return enter(id)
    for (const one of unsentRef.current) {
      if (one.room === id && one.refusal === null) await deliver(one)
    }
  }
  const join = async (id: number): Promise<void> => {
    if (roomRef.current !== id) {
      await leave()
      turnTo(id)
    }
    return enter(id)
  }

  const hear = (event: string, data: Heard) => {
    noteHeard(event, data)
    if (data.consultation_id !== roomRef.current) return
    const user = data.user as Person
    const others = (known: Person[]) => known.filter(({ id }) => id !== user.id)
    switch (event) {
      case 'new_message':
        keep([data as unknown as Message])
        return setTyping(null)
      case 'message_delivered':
        return change({ type: 'marked', ...(data as unknown as Mark), kind: 'delivered_at' })
      case 'message_read':
        change({ type: 'marked', ...(data as unknown as Mark), kind: 'delivered_at' })
        return change({ type: 'marked', ...(data as unknown as Mark), kind: 'read_at' })
      case 'typing_start':
        return setTyping(user.name)
      case 'typing_stop':
        return setTyping(null)
      case 'user_joined':
        return setPresent((known) => [...others(known), user])
      case 'user_left':
        return setPresent(others)
      case 'consultation_status_update':
        return setStatus((known) => ({ ...known, ...data }) as Status)
    }
  }

  const connect = (token: string): void => {
    socketRef.current?.disconnect()
    const socket = io({ auth: { token }, transports: ['websocket', 'polling'], forceNew: true })
    socketRef.current = socket
    setConnection('connecting')
    socket.on('connect', () => {
      setConnection('on')
      note('tersambung')
      if (roomRef.current !== null) void enter(roomRef.current)
    })
    socket.on('disconnect', (reason) => {
      setConnection(socket.active ? 'connecting' : 'off')
      setTyping(null)
      note(`terputus: ${reason}`)
    })
    socket.on('connect_error', ({ message }) => {
      setConnection(socket.active ? 'connecting' : 'off')
      note(`ditolak: ${message}`)
    })
    socket.onAny(hear)
  }

  useEffect(() => () => void socketRef.current?.disconnect(), [])

  return {
    ...{ connection, entries, messages, present, refusal, room, status, typing, unsent },
    ...{ connect, emit, forget, join, leave },
    disconnect: () => socketRef.current?.disconnect(),
    /** Closes the line as a lost network does: the client comes back by itself. */
    cut: () => socketRef.current?.io.engine.close(),
    send: (content: string) => {
      if (roomRef.current === null) return
      const client_id = crypto.randomUUID()
      const one = { room: roomRef.current, content, client_id, refusal: null }
      changeUnsent((known) => [...known, one])
      void deliver(one)
    },
  }
}
