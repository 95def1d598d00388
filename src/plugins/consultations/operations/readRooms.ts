import type { SignedInRequest } from '@/lib/contract'

import { consultationNotFound } from '../errors'
import type { ConsultationsOptions } from '../index'
import type { Prescribed } from '../presentRoom'
import { groupRooms, presentRoom } from '../presentRoom'
import type { RoomAnswer, RoomsAnswer } from '../roomSchemas'
import { findRoom, findRooms } from '../rooms.sql'

type Options = Pick<ConsultationsOptions, 'findPrescriptions' | 'issuePrescription'>

const prescribedIn = async (
  req: SignedInRequest,
  { findPrescriptions }: Options,
  consultations: number[],
): Promise<Prescribed> => {
  if (!findPrescriptions || consultations.length === 0) return new Map()
  const prescribed = new Map<number, number[]>()
  for (const { id, consultation } of await findPrescriptions(req, consultations)) {
    prescribed.set(consultation, [...(prescribed.get(consultation) ?? []), id])
  }
  return prescribed
}

/** The rooms of the doctor who asks. */
export const readRooms = async (req: SignedInRequest, options: Options): Promise<RoomsAnswer> => {
  const rows = await findRooms(req, req.user.id)
  const [first] = rows
  const known = rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }]))
  const over = known.filter(({ status }) => status === 'expired').map(({ id }) => id)
  const prescribed = await prescribedIn(req, options, over)
  const rooms = known.map((row) => presentRoom(row, prescribed))
  return {
    serverTime: new Date(first?.serverTime ?? Date.now()).toISOString(),
    doctor: first ? { id: first.doctorId, name: first.doctorName } : null,
    canPrescribe: options.issuePrescription !== null,
    unread: rooms.reduce((sum, { unread }) => sum + unread, 0),
    ...groupRooms(rooms),
  }
}

/**
 * One room of the doctor who asks.
 * @throws {ApiError} 404 for what is another's, or is not there
 */
export const readRoom = async (
  req: SignedInRequest,
  id: number | null,
  options: Options,
): Promise<RoomAnswer> => {
  const row = id === null ? null : await findRoom(req, req.user.id, id)
  if (!row) throw consultationNotFound()
  return {
    serverTime: new Date(row.serverTime).toISOString(),
    doctor: { id: row.doctorId, name: row.doctorName },
    canPrescribe: options.issuePrescription !== null,
    room: presentRoom(row, await prescribedIn(req, options, [row.id])),
    summary: row.summary,
  }
}
