import { setTimeout as sleep } from 'node:timers/promises'

import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'

import type { Program } from '../program'
import type { Seat } from './rooms'

const TICK_MS = 5
/** Sockets that come in at the same time. */
const ARRIVING = 50
/** How long a message may be under way before it counts as lost. */
const PATIENCE_MS = 15_000
const CONTENT = 'Sudah tiga hari demam, naik turun, terutama malam hari. Apakah perlu diperiksa?'

/** What one round told; times in milliseconds. */
export type ChatSample = {
  seconds: number
  /** From the sender's `send_message` to the other's `new_message`. */
  deliveries: number[]
  /** From the sender's `send_message` to its acknowledgement. */
  acknowledgements: number[]
  /** Processor time of the server, all of its threads. */
  cpuMs: number
  /** Refused, not acknowledged, or not received. */
  lost: number
}

type Client = { socket: Socket; consultation: number }

const connect = async (url: string, { consultation, token }: Seat): Promise<Client> => {
  const socket = io(url, { auth: { token }, transports: ['websocket'], forceNew: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  const joined = (await socket.emitWithAck('join_consultation', {
    consultation_id: consultation,
  })) as { ok: boolean; message?: string }
  if (!joined.ok) throw new Error(`A room could not be joined: ${joined.message}`)
  return { socket, consultation }
}

/** Everybody in their room. */
export const enterAll = async ({ url }: Program, seats: Seat[]): Promise<Client[]> => {
  const clients: Client[] = []
  for (let start = 0; start < seats.length; start += ARRIVING) {
    const arriving = seats.slice(start, start + ARRIVING)
    clients.push(...(await Promise.all(arriving.map(async (seat) => connect(url, seat)))))
  }
  return clients
}

export const leaveAll = (clients: Client[]): void => {
  for (const { socket } of clients) socket.disconnect()
}

const cpuOf = async ({ ask }: Program): Promise<number> => {
  const { user, system } = await ask('cpu')
  return (user + system) / 1000
}

/**
 * Sends messages evenly, so many a second whatever the server answers, by turns of all clients; two
 * clients that follow one another in the list are in one room.
 */
export const chat = async (
  program: Program,
  clients: Client[],
  { rate, seconds, run }: { rate: number; seconds: number; run: string },
): Promise<ChatSample> => {
  const sentAt = new Map<string, { from: Socket; at: number }>()
  const deliveries: number[] = []
  const acknowledgements: number[] = []
  let refused = 0
  for (const { socket } of clients) {
    socket.on('new_message', ({ client_id }: { client_id: string }) => {
      const sent = sentAt.get(client_id)
      if (!sent || sent.from === socket) return
      deliveries.push(performance.now() - sent.at)
    })
  }
  const send = (index: number): void => {
    const { socket, consultation } = clients[index % clients.length]!
    const client_id = `${run}-${index}`
    const at = performance.now()
    sentAt.set(client_id, { from: socket, at })
    const message = { consultation_id: consultation, content: CONTENT, client_id }
    socket.emit('send_message', message, ({ ok }: { ok: boolean }) => {
      if (ok) acknowledgements.push(performance.now() - at)
      else refused += 1
    })
  }

  const cpuBefore = await cpuOf(program)
  const startedAt = performance.now()
  const total = rate * seconds
  let sent = 0
  while (sent < total) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * rate))
    for (; sent < due; sent += 1) send(sent)
    await sleep(TICK_MS)
  }
  const spent = (performance.now() - startedAt) / 1000
  const giveUpAt = performance.now() + PATIENCE_MS
  const isOver = () => deliveries.length >= total && acknowledgements.length + refused >= total
  while (!isOver() && performance.now() < giveUpAt) await sleep(TICK_MS)
  const cpuMs = (await cpuOf(program)) - cpuBefore
  for (const { socket } of clients) socket.off('new_message')
  const lost = Math.max(total - deliveries.length, total - acknowledgements.length)
  return { seconds: spent, deliveries, acknowledgements, cpuMs, lost }
}
