import type { Socket } from 'socket.io'

/** What may wait for a connection that is busy with what was sent before: packets, and their characters. */
const PACKETS_MAX = 5_000
const CHARACTERS_MAX = 4_000_000

type Packet = { data?: { length?: number } | undefined }
/** engine.io's own list: it tells nobody else how much waits. */
type Connection = { writeBuffer: readonly Packet[] }

/**
 * Whether so much waits for a socket that it cannot be reading: who goes on asking without listening to
 * the answers would have this process keep them all.
 */
export const isDeaf = ({ conn }: Pick<Socket, 'conn'>): boolean => {
  const { writeBuffer } = conn as unknown as Connection
  if (writeBuffer.length > PACKETS_MAX) return true
  let characters = 0
  for (const { data } of writeBuffer) characters += data?.length ?? 0
  return characters > CHARACTERS_MAX
}
