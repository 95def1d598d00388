import { z } from 'zod'

import { CONSULTATION_STATUSES } from './constants'

/** What the doctor's rooms answer (`/api/consultations/rooms`, `…/{id}/room`), in the names of the generated API. */

/** How much of a last message a list shows, in characters. */
export const PREVIEW_MAX = 140

const time = z.iso.datetime()

const lastMessage = z.object({
  seq: z.int(),
  isOwn: z.boolean().describe('The doctor wrote it.'),
  preview: z.string().describe('Its beginning; empty where there is an attachment alone.'),
  hasAttachment: z.boolean(),
  createdAt: time,
})

const room = z
  .object({
    id: z.int(),
    status: z.enum(CONSULTATION_STATUSES).describe("By the database's clock, at this moment."),
    patient: z.object({ id: z.int(), name: z.string() }),
    startedAt: time.nullable(),
    expiresAt: time.nullable(),
    endedAt: time.nullable().describe('The doctor ended it early.'),
    abandonedAt: time.nullable().describe('It ended without an answer.'),
    unread: z.int().describe("The patient's messages that the doctor has not read."),
    lastMessage: lastMessage.nullable(),
    hasSummary: z.boolean(),
    prescriptions: z.array(z.int()).describe('Issued after it, newest first.'),
  })
  .meta({ id: 'DoctorRoom', description: "A consultation in its doctor's list." })

const doctor = z.object({ id: z.int(), name: z.string() })

export const roomsAnswer = z.object({
  serverTime: time,
  doctor: doctor.nullable().describe('null: this login has no doctor yet.'),
  canPrescribe: z.boolean(),
  unread: z.int().describe('Unread messages of all of them.'),
  waiting: z
    .array(room)
    .describe(
      'Active, and the patient waits for an answer, or nobody wrote yet; first to end first.',
    ),
  active: z.array(room).describe('The other active ones; first to end first.'),
  scheduled: z.array(room).describe('First to begin first.'),
  ended: z.array(room).describe('The newest 20.'),
})

export const roomAnswer = z.object({
  serverTime: time,
  doctor,
  canPrescribe: z.boolean(),
  room,
  summary: z.string().nullable(),
})

export type Room = z.infer<typeof room>
export type RoomsAnswer = z.infer<typeof roomsAnswer>
export type RoomAnswer = z.infer<typeof roomAnswer>
