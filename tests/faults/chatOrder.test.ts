import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Message, Room } from '../consultations/room'
import { openRoom } from '../consultations/room'
import { rows } from '../support/apotek'
import type { Person } from '../support/people'
import { startRedis } from '../support/redis'
import type { Pair } from './pair'
import { startPair } from './pair'

/** Two servers: what one stores, the sockets of the other are sent. */

let pair: Pair
let room: Room
const open: Socket[] = []

beforeEach(async () => {
  room = await openRoom()
})

type Client = { socket: Socket; seqs: number[]; untilSeen: (count: number) => Promise<void> }

/** Somebody in the room, on one server or the other. */
const enter = async (turn: number, { token }: Person): Promise<Client> => {
  const socket = io(pair.servers[turn % 2]!.url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { token },
  })
  open.push(socket)
  const seqs: number[] = []
  socket.on('new_message', ({ seq }: Message) => seqs.push(seq))
  const joined = (await socket.emitWithAck('join_consultation', { consultation_id: room.id })) as {
    ok: boolean
  }
  if (!joined.ok) throw new Error(JSON.stringify(joined))
  const untilSeen = async (count: number): Promise<void> => {
    if (seqs.length >= count) return
    await new Promise<void>((resolve) => {
      const look = () => {
        if (seqs.length < count) return
        socket.off('new_message', look)
        resolve()
      }
      socket.on('new_message', look)
    })
  }
  return { socket, seqs, untilSeen }
}

type Answer = { ok: boolean; data: Message }

const send = async ({ socket }: Client, content: string, clientId?: string): Promise<Answer> =>
  (await socket.emitWithAck('send_message', {
    ...{ consultation_id: room.id, content },
    ...(clientId === undefined ? {} : { client_id: clientId }),
  })) as Answer

describe.each(['Postgres', 'Redis'])('two servers that hear of each other over %s', (carrier) => {
  let redis: Awaited<ReturnType<typeof startRedis>> | null = null

  beforeAll(async () => {
    redis = carrier === 'Redis' ? await startRedis() : null
    pair = await startPair(redis ? { REDIS_URL: redis.url } : {})
  })
  afterAll(async () => {
    for (const socket of open.splice(0)) socket.disconnect()
    await pair.kill()
    await redis?.stop()
  })

  it('every socket is sent every message, once and in order', async () => {
    const clients = await Promise.all([
      enter(0, room.patient),
      enter(1, room.patient),
      enter(0, room.doctor),
      enter(1, room.doctor),
    ])
    await Promise.all(
      clients.map(async (client, who) => {
        for (let count = 1; count <= 50; count += 1) await send(client, `${who}: ${count}`)
      }),
    )
    const numbers = Array.from({ length: 200 }, (_, index) => index + 1)
    for (const client of clients) {
      await client.untilSeen(200)
      expect(client.seqs).toEqual(numbers)
    }
  })

  it('the same client_id on both at once is one message', async () => {
    const clients = await Promise.all([enter(0, room.patient), enter(1, room.patient)])
    for (let count = 1; count <= 20; count += 1) {
      const answers = await Promise.all(
        clients.map(async (client, who) => send(client, `dari ${who}`, `sama-${count}`)),
      )
      expect(answers.map(({ ok }) => ok)).toEqual([true, true])
      expect(answers[0]?.data).toEqual(answers[1]?.data)
      expect(answers[0]?.data.seq).toBe(count)
    }
    const stored = await rows('SELECT id FROM messages WHERE consultation_id = $1', room.id)
    expect(stored).toHaveLength(20)
  })

  it('marks, typing and leaving are told on the other', async () => {
    const [patient, doctor] = [await enter(0, room.patient), await enter(1, room.doctor)]
    const told = async (event: string) =>
      new Promise<Record<string, unknown>>((resolve) => {
        patient.socket.once(event, resolve)
      })
    const of = { consultation_id: room.id }
    const delivered = told('message_delivered')
    await send(patient, 'halo')
    expect(await delivered).toMatchObject({ ...of, seq: 1, user_id: room.doctor.id })
    const read = told('message_read')
    await doctor.socket.emitWithAck('message_read', { ...of, seq: 1 })
    expect(await read).toMatchObject({ ...of, seq: 1, user_id: room.doctor.id })
    const typing = told('typing_start')
    await doctor.socket.emitWithAck('typing_start', of)
    expect(await typing).toMatchObject({ ...of, user: { id: room.doctor.id } })
    const [stopped, left] = [told('typing_stop'), told('user_left')]
    doctor.socket.disconnect()
    expect(await stopped).toMatchObject(of)
    expect(await left).toMatchObject({ ...of, user: { id: room.doctor.id, name: room.doctorName } })
  })
})
