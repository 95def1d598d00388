import type { Payload } from 'payload'
import type { Socket } from 'socket.io'

import type { Sweeper } from '@/lib/sweeper'

import type { Attached } from './holder'
import { socketsOf } from './holder'
import { hearCame, hearLeft, placesHere } from './presence'
import type { Place } from './sql'
import { beat, enterPlace, forgetDeadInstances, leavePlace, placesOf, sweepPlaces } from './sql'

/** A third of the time after which an instance is taken for dead, and less. */
const BEAT_MS = 3_000
/** Each takes a lock of Postgres', which has a few thousand. */
const SWEPT_AT_ONCE = 500

const keyOf = ({ socket, room }: Pick<Place, 'socket' | 'room'>): string => `${socket} ${room}`

const isHere = (socket: Socket | undefined, room: string): boolean =>
  socket?.connected === true && placesHere(socket).has(room)

/** Makes the table say what is true here: after a failed statement, or when this instance was taken for dead. */
const reconcile = async (payload: Payload, { sockets, instance }: Attached): Promise<void> => {
  const { sockets: here } = sockets.of('/')
  const noted = await placesOf({ payload }, instance)
  for (const place of noted.filter(({ socket, room }) => !isHere(here.get(socket), room))) {
    if (await leavePlace({ payload }, place)) await hearLeft(payload, place.room, place.user)
  }
  const known = new Set(noted.map(keyOf))
  const wanted = [...here.values()].flatMap((socket) =>
    [...placesHere(socket)].map((room) => ({ socket: socket.id, room })),
  )
  for (const { socket, room } of wanted.filter((place) => !known.has(keyOf(place)))) {
    const found = here.get(socket)
    if (!found || !isHere(found, room)) continue
    const user = (found.data as { user: { id: number } }).user.id
    const place = { socket, room, user }
    if (await enterPlace({ payload }, place, instance)) await hearCame(payload, room, user)
    // It left while it was being noted.
    if (!isHere(found, room) && (await leavePlace({ payload }, place))) {
      await hearLeft(payload, room, user)
    }
  }
}

/** Takes out those whose instance is gone, and tells of each. */
const sweepDead = async (payload: Payload): Promise<void> => {
  await forgetDeadInstances({ payload })
  for (;;) {
    const left = await sweepPlaces({ payload }, SWEPT_AT_ONCE)
    if (left.length === 0) return
    for (const { room, user, isLast } of left) if (isLast) await hearLeft(payload, room, user)
  }
}

/** Says that this instance lives, mends its part of the table if need be, and sweeps up after dead ones. */
export const heartbeat = async (payload: Payload): Promise<void> => {
  const attached = socketsOf(payload)
  if (!attached || attached.isStopping) return
  attached.people.forget()
  const isNew = await beat({ payload }, attached.instance)
  if (isNew || attached.isPresenceStale) {
    attached.isPresenceStale = false
    try {
      await reconcile(payload, attached)
    } catch (error) {
      attached.isPresenceStale = true
      throw error
    }
    // The database may have been away for all: the others shall beat first.
    return
  }
  await sweepDead(payload)
}

export const heartbeatSweeper: Sweeper = {
  name: 'socket-heartbeat',
  everyMs: BEAT_MS,
  run: heartbeat,
}
