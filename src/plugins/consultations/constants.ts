/** The days of a week, as luxon counts them: Monday is 1. */
export const DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Day = (typeof DAYS)[number]

export const CONSULTATION_STATUSES = ['scheduled', 'active', 'expired'] as const
export type ConsultationStatus = (typeof CONSULTATION_STATUSES)[number]

/** How long a consultation lasts, how long a place is held while paying, and when the end is announced. */
export const CONSULTATION_MINUTES = 30
export const PAYING_MINUTES = 15
export const WARNING_MINUTES = 5

/** How far ahead the next hours of a doctor are looked for. */
export const WEEKS_AHEAD = 8

/** Rows of a doctor's schedule, dates that differ, canned answers. */
export const SCHEDULE_MAX = 70
export const OVERRIDES_MAX = 366
export const CANNED_ROWS_MAX = 50

/** Consultations that a doctor has at a time, unless an admin says otherwise. */
export const CONCURRENT_DEFAULT = 3
export const CONCURRENT_MAX = 50

/** contracts/README, "consultation": characters (code points) of a message. */
export const CONTENT_MAX = 4_000
/** What is said of typing ends by itself after so many milliseconds. */
export const TYPING_MS = 5_000
/** Messages that whoever joins is answered with: after the last they have, or the newest. */
export const JOIN_MESSAGES_MAX = 300
export const JOIN_NEWEST = 50
/** Bytes of a chat's PDF; pictures have less. */
export const FILE_MAX_BYTES = 10 * 1024 * 1024
export const CLIENT_ID_MAX = 100
export const SUMMARY_MAX = 10_000
export const REASON_MAX = 500
export const EXTENSION_MAX_MINUTES = 60
export const PRESCRIBED_LINES_MAX = 50
export const DOSE_MAX = 500
export const CANNED_MAX = 1_000

/** What clients send (contracts/README, "consultation", "Socket"). */
export const CLIENT_EVENTS = {
  join: 'join_consultation',
  leave: 'leave_consultation',
  typingStart: 'typing_start',
  typingStop: 'typing_stop',
  send: 'send_message',
  read: 'message_read',
} as const

/** What clients hear (contracts/README, "Server events"). */
export const SERVER_EVENTS = {
  message: 'new_message',
  joined: 'user_joined',
  left: 'user_left',
  typingStart: 'typing_start',
  typingStop: 'typing_stop',
  read: 'message_read',
  /** Beside the contract: up to which `seq` the other one's devices have the messages. */
  delivered: 'message_delivered',
  status: 'consultation_status_update',
  expiring: 'consultation_expiring',
  opened: 'new_consultation',
  presence: 'presence',
  /** Beside the contract: to a participant's sockets that are not in the room; there is something to read. */
  waiting: 'message_waiting',
} as const

/** The room of one consultation; whoever has joined it is in. */
export const consultationRoom = (id: number): string => `consultation:${id}`

/** The consultation whose room it is; null for other rooms. */
export const consultationOf = (room: string): number | null => {
  const [, id] = /^consultation:(\d+)$/.exec(room) ?? []
  return id === undefined ? null : Number(id)
}
