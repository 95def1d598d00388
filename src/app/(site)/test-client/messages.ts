import type { Message } from './api'

export type Mark = { kind: 'delivered_at' | 'read_at'; user_id: number; seq: number; at: string }

type MessagesEvent =
  /** Another room is looked at. */
  { type: 'emptied' } | { type: 'arrived'; messages: Message[] } | ({ type: 'marked' } & Mark)

/** What arrives again may be an older copy: a mark stays. */
const keepMarks = (known: Message | undefined, message: Message): Message => ({
  ...message,
  delivered_at: message.delivered_at ?? known?.delivered_at ?? null,
  read_at: message.read_at ?? known?.read_at ?? null,
})

const arrive = (known: Message[], arrived: Message[]): Message[] => {
  const all = new Map(known.map((message) => [message.seq, message]))
  for (const message of arrived) all.set(message.seq, keepMarks(all.get(message.seq), message))
  return [...all.values()].sort((left, right) => left.seq - right.seq)
}

/** A mark is of all messages of the other one up to its number. */
const mark = (known: Message[], { kind, user_id: by, seq, at }: Mark): Message[] =>
  known.map((message) =>
    message.seq > seq || message.sender.id === by
      ? message
      : { ...message, [kind]: message[kind] ?? at },
  )

/** The messages of one room, by their numbers. */
export const messagesReducer = (known: Message[], event: MessagesEvent): Message[] => {
  if (event.type === 'emptied') return []
  return event.type === 'arrived' ? arrive(known, event.messages) : mark(known, event)
}
