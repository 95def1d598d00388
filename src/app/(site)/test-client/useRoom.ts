'use client'

import { useEffect, useReducer, useRef, useState } from 'react'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'

import type { Message, Status } from './api'

type Ack = { ok: boolean; message?: string } & Record<string, unknown>

export type Entry = { id: number; at: string; direction: 'in' | 'out' | 'own'; text: string }

const ENTRIES_MAX = 500
const ACK_MS = 10_000

const bySeq = (known: Message[], added: Message[]): Message[] => {
  const all = new Map([...known, ...added].map((message) => [message.seq, message]))
  return [...all.values()].sort((left, right) => left.seq - right.seq)
}

const describe = (data: unknown): string => {
  const text = JSON.stringify(data)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

type Unsent = { content: string; client_id: string }

/** One socket, one room: joins again after each connection, and asks for what it has missed. */
export const useRoom = () => {
  const [connection, setConnection] = useState<'off' | 'connecting' | 'on'>('off')
  const [room, setRoom] = useState<number | null>(null)
  const [status, setStatus] = useState<Status | null>(null)
  const [typing, setTyping] = useState<string | null>(null)
  const [messages, add] = useReducer(bySeq, [])
  const [unsent, setUnsent] = useState<Unsent[]>([])
  const [entries, log] = useReducer(
    (known: Entry[], { direction, text }: Pick<Entry, 'direction' | 'text'>) =>
      [
        { id: (known[0]?.id ?? 0) + 1, at: new Date().toLocaleTimeString('id'), direction, text },
        ...known,
      ].slice(0, ENTRIES_MAX),
    [],
  )
  const socketRef = useRef<Socket | null>(null)
  const roomRef = useRef<number | null>(null)
  const lastRef = useRef(0)
  const unsentRef = useRef<Unsent[]>([])

  const keep = (arrived: Message[]) => {
    lastRef.current = Math.max(lastRef.current, ...arrived.map(({ seq }) => seq))
    add(arrived)
  }
  const keepUnsent = (next: Unsent[]) => {
    unsentRef.current = next
    setUnsent(next)
  }

  const emit = async (event: string, data: Record<string, unknown>): Promise<Ack | null> => {
    const socket = socketRef.current
    if (!socket?.connected) return null
    log({ direction: 'out', text: `${event} ${describe(data)}` })
    try {
      const ack = (await socket.timeout(ACK_MS).emitWithAck(event, data)) as Ack
      log({ direction: 'in', text: `↳ ${event} ${describe(ack)}` })
      return ack
    } catch {
      log({ direction: 'own', text: `↳ ${event}: tidak ada jawaban` })
      return null
    }
  }

  const deliver = async (one: Unsent): Promise<void> => {
    const ack = await emit('send_message', { consultation_id: roomRef.current, ...one })
    if (!ack) return
    keepUnsent(unsentRef.current.filter(({ client_id }) => client_id !== one.client_id))
    if (ack.ok) keep([ack.data as Message])
  }

  const join = async (id: number): Promise<void> => {
    if (roomRef.current !== id) lastRef.current = 0
    roomRef.current = id
    setRoom(id)
    const after = lastRef.current > 0 ? { after: lastRef.current } : {}
    const ack = await emit('join_consultation', { consultation_id: id, ...after })
    if (!ack?.ok) return
    keep(ack.messages as Message[])
    setStatus(ack as unknown as Status)
    for (const one of unsentRef.current) await deliver(one)
  }

  const hear = (event: string, data: Record<string, unknown>) => {
    log({ direction: 'in', text: `${event} ${describe(data)}` })
    if (data.consultation_id !== roomRef.current) return
    if (event === 'new_message') keep([data as unknown as Message])
    if (event === 'typing_start') setTyping((data.user as { name: string }).name)
    if (event === 'typing_stop' || event === 'new_message') setTyping(null)
    if (event === 'consultation_status_update') {
      setStatus((known) => ({ ...known, ...data }) as Status)
    }
  }

  const connect = (token: string): void => {
    socketRef.current?.disconnect()
    const socket = io({ auth: { token }, transports: ['websocket', 'polling'], forceNew: true })
    socketRef.current = socket
    setConnection('connecting')
    socket.on('connect', () => {
      setConnection('on')
      log({ direction: 'own', text: 'tersambung' })
      if (roomRef.current !== null) void join(roomRef.current)
    })
    socket.on('disconnect', (reason) => {
      setConnection(socket.active ? 'connecting' : 'off')
      log({ direction: 'own', text: `terputus: ${reason}` })
    })
    socket.on('connect_error', ({ message }) => {
      setConnection(socket.active ? 'connecting' : 'off')
      log({ direction: 'own', text: `ditolak: ${message}` })
    })
    socket.onAny(hear)
  }

  useEffect(() => () => void socketRef.current?.disconnect(), [])

  return {
    ...{ connection, entries, messages, room, status, typing, unsent },
    ...{ connect, emit, join },
    disconnect: () => socketRef.current?.disconnect(),
    /** Closes the line as a lost network does: the client comes back by itself. */
    cut: () => socketRef.current?.io.engine.close(),
    send: (content: string) => {
      const one = { content, client_id: crypto.randomUUID() }
      keepUnsent([...unsentRef.current, one])
      void deliver(one)
    },
  }
}
