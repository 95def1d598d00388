import { z } from 'zod'

import { PER_PAGE_MAX } from '@/lib/paging'

import { CONTENT_TOO_LONG } from './chatErrors'
import { CLIENT_ID_MAX, CONSULTATION_STATUSES, CONTENT_MAX } from './constants'

/** What the chat of contract consultation.md takes and answers, over HTTP and over sockets. */

const time = z.iso.datetime()
const INT_MAX = 2_147_483_647
const HISTORY_DEFAULT = 50

/** What the database keeps as it came: no NUL, and no half of a character. */
const isStorable = (value: string): boolean =>
  !value.includes('\0') && !/\p{Surrogate}/u.test(value)

/** Characters as the database counts them: a smiley is one. */
const isLongerThan = (value: string, max: number): boolean =>
  value.length > max && Array.from(value).length > max

const integer = (name: string, min: number) => {
  const error = `${name} tidak valid.`
  return z.int({ error }).min(min, error).max(INT_MAX, error)
}
const positive = (name: string) => integer(name, 1)

/** Forms send numbers as text. */
const orText = (schema: z.ZodType<number>) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value),
    schema,
  )

export const consultationId = positive('consultation_id')
const seq = positive('seq')

const content = z
  .string({ error: 'content harus berupa teks.' })
  .refine(isStorable, 'content berisi karakter yang tidak dapat disimpan.')
  .refine((value) => !isLongerThan(value, CONTENT_MAX), CONTENT_TOO_LONG)
  .nullish()
  .describe(`At most ${CONTENT_MAX} characters, kept as they are; may be empty beside a file.`)

const clientId = z
  .string({ error: 'client_id harus berupa teks.' })
  .min(1, 'client_id tidak boleh kosong.')
  .max(CLIENT_ID_MAX, `client_id maksimal ${CLIENT_ID_MAX} karakter.`)
  .refine(isStorable, 'client_id berisi karakter yang tidak dapat disimpan.')
  .nullish()
  .describe("The sender's own name for this message: sent again, it is the same message.")

const ATTACHMENT =
  'A file of `POST /api/chat-files`, of this consultation, that was not sent before.'
const attachment = positive('attachment').nullish().describe(ATTACHMENT)

const inRoom = { consultation_id: consultationId }

/** `join_consultation`; `after` is the last `seq` that the client has. */
export const joining = z.object({
  ...inRoom,
  after: integer('after', 0).nullish(),
})
/** `leave_consultation`, `typing_start`, `typing_stop` */
export const ofRoom = z.object(inRoom)
/** `message_read` */
export const reading = z.object({ ...inRoom, seq })

/** `send_message` */
export const newMessage = z.object({
  consultation_id: consultationId,
  content,
  client_id: clientId,
  attachment,
})
export type NewMessage = z.output<typeof newMessage>

/** `POST /chats/messages`: the same, or as a form with a file. */
export const messageBody = z.object({
  ...newMessage.shape,
  consultation_id: orText(consultationId),
  attachment: orText(positive('attachment')).nullish().describe(ATTACHMENT),
})

const whole = (name: string, min: number) => {
  const error = `${name} tidak valid.`
  return z.coerce.number({ error }).int(error).min(min, error).max(INT_MAX, error)
}

/** `GET /chats/consultation/{id}/messages` */
export const historyQuery = z.object({
  after: whole('after', 0).optional().describe('Only messages whose `seq` is greater.'),
  before: whole('before', 1).optional().describe('Only messages whose `seq` is less.'),
  limit: whole('limit', 1)
    .transform((value) => Math.min(value, PER_PAGE_MAX))
    .prefault(HISTORY_DEFAULT)
    .describe(`Cut at ${PER_PAGE_MAX}.`),
})

/** `POST /chats/consultation/{id}/read` */
export const readBody = z.object({ seq: seq.describe('Up to this one, it included.') })

const role = z.string().describe('`patient` or `doctor`.')
const contractParticipant = z
  .object({ id: z.int(), name: z.string(), role })
  .meta({ id: 'ChatParticipant' })

/** contracts/README, "consultation": a message. */
export const contractMessage = z
  .object({
    id: z.int(),
    consultation_id: z.int(),
    seq: z.int().min(1).describe('1, 2, 3 … within the consultation, without gaps.'),
    sender: contractParticipant,
    content: z.string().nullable(),
    attachment: z
      .object({
        id: z.int(),
        filename: z.string(),
        mime_type: z.string(),
        size: z.int().describe('Bytes.'),
        url: z.url().describe('For the two participants: it wants their token, or their cookie.'),
      })
      .nullable(),
    client_id: z.string().nullable(),
    created_at: time,
    delivered_at: time.nullable().describe("When it came to one of the other's devices."),
    read_at: time.nullable(),
  })
  .meta({ id: 'ChatMessage' })

export const contractStatus = z
  .object({
    id: z.int(),
    status: z.enum(CONSULTATION_STATUSES),
    started_at: time.nullable(),
    expires_at: time.nullable(),
    remaining_seconds: z.int().min(0).describe('Of its time; by the server’s clock.'),
    server_time: time,
  })
  .meta({ id: 'ConsultationStatus' })

const success = z.literal(true)

export const messageSent = z.object({ success, data: contractMessage })
export const history = z.object({ success, data: z.array(contractMessage) })
export const statusAnswer = z.object({ success, data: contractStatus })
export const readAnswer = z.object({
  success,
  data: z.object({ consultation_id: z.int(), seq: z.int() }),
})
