import type { Payload } from 'payload'
import type { z } from 'zod'

import type { contractMessage, contractStatus } from './chatSchemas'
import type { MessageRow, Participant, RoomRow } from './messages.sql'

export type ContractMessage = z.infer<typeof contractMessage>
export type ContractStatus = z.infer<typeof contractStatus>

const iso = (time: string): string => new Date(time).toISOString()

/** contracts/README, "consultation": a message. */
export const presentMessage = (
  { config }: Pick<Payload, 'config'>,
  row: MessageRow,
): ContractMessage => ({
  id: row.id,
  consultation_id: row.consultation_id,
  seq: row.seq,
  sender: { id: row.sender_id, name: row.sender_name, role: row.sender_role },
  content: row.content,
  attachment: row.attachment && {
    ...row.attachment,
    url: `${config.serverURL}/api/chat-files/file/${encodeURIComponent(row.attachment.filename)}`,
  },
  client_id: row.client_id,
  created_at: iso(row.created_at),
  delivered_at: row.delivered_at && iso(row.delivered_at),
  read_at: row.read_at && iso(row.read_at),
})

/** contracts/README, "consultation": Status. */
export const presentStatus = (room: RoomRow): ContractStatus => ({
  id: room.id,
  status: room.status,
  started_at: room.started_at && iso(room.started_at),
  expires_at: room.expires_at && iso(room.expires_at),
  remaining_seconds: room.remaining_seconds,
  server_time: iso(room.server_time),
})

/** Who of the two a user is; null for everybody else. */
export const participantOf = (room: RoomRow, user: number): Participant | null =>
  [room.patient, room.doctor].find(({ id }) => id === user) ?? null
