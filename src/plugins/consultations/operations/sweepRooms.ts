import type { Payload } from 'payload'

import { findNewest } from '../messages.sql'
import { chatOf } from './chatOf'
import { joinedHere } from './joined'

/**
 * Looks for messages that the sockets of this process lack: what instances tell each other may be lost
 * while whatever carries it is away.
 */
export const sweepRooms = async (payload: Payload): Promise<void> => {
  const rooms = joinedHere(payload)
  if (rooms.length === 0) return
  const { delivery } = chatOf(payload)
  for (const newest of await findNewest({ payload }, rooms)) delivery.hearNewest(newest)
}
