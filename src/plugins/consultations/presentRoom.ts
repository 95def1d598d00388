import type { RoomRow } from './rooms.sql'
import type { Room, RoomsAnswer } from './roomSchemas'

const iso = (time: string | null): string | null => time && new Date(time).toISOString()

/** Consultation → the prescriptions that came of it. */
export type Prescribed = ReadonlyMap<number, number[]>

/** A consultation as its doctor's list shows it. */
export const presentRoom = (row: RoomRow & { id: number }, prescribed: Prescribed): Room => {
  const { id, status, patientId, patientName, lastSeq, lastCreatedAt } = row
  return {
    id,
    status,
    patient: { id: patientId, name: patientName },
    startedAt: iso(row.startedAt),
    expiresAt: iso(row.expiresAt),
    endedAt: iso(row.endedAt),
    abandonedAt: iso(row.abandonedAt),
    unread: row.unread,
    lastMessage:
      lastSeq === null || lastCreatedAt === null
        ? null
        : {
            seq: lastSeq,
            isOwn: row.lastIsOwn,
            preview: row.lastPreview ?? '',
            hasAttachment: row.lastHasAttachment,
            createdAt: new Date(lastCreatedAt).toISOString(),
          },
    hasSummary: row.summary !== null,
    prescriptions: prescribed.get(id) ?? [],
  }
}

const isWaiting = ({ lastMessage }: Room): boolean => !lastMessage?.isOwn

/** Rooms in their groups. @param rooms first to end first */
export const groupRooms = (
  rooms: Room[],
): Pick<RoomsAnswer, 'waiting' | 'active' | 'scheduled' | 'ended'> => {
  const active = rooms.filter(({ status }) => status === 'active')
  return {
    waiting: active.filter(isWaiting),
    active: active.filter((room) => !isWaiting(room)),
    scheduled: rooms.filter(({ status }) => status === 'scheduled'),
    ended: rooms.filter(({ status }) => status === 'expired').reverse(),
  }
}
