import type { ChatMessage } from './chatMessage'

/** A message that the server has not acknowledged. */
export type Outgoing = {
  /** The same for every attempt: it makes them harmless. */
  clientId: string
  content: string
  file: File | null
  /** Why the server did not take it; null: it is on its way, or waits for the connection. */
  refusal: string | null
}

/** Up to which message somebody has had, or read, what the other one wrote. */
type Mark = { kind: 'delivered' | 'read'; by: number; seq: number }

export type RoomState = {
  /** Whether the server has said what there is. */
  isOpen: boolean
  /** By number, without a gap. */
  messages: ChatMessage[]
  /** Beyond a gap: they wait for what is missing. */
  early: ChatMessage[]
  /** The number up to which there is no gap. */
  last: number
  marks: Mark[]
  /** In the order in which they were written. */
  outbox: Outgoing[]
}

export type RoomEvent =
  /** The newest messages, when nothing was known. */
  | { type: 'opened'; messages: ChatMessage[] }
  /** Messages that follow, or that are known; in any order. */
  | { type: 'arrived'; messages: ChatMessage[] }
  /** Messages before the first one. */
  | { type: 'recalled'; messages: ChatMessage[] }
  | ({ type: 'marked' } & Mark)
  | { type: 'written'; clientId: string; content: string; file: File | null }
  | { type: 'refused'; clientId: string; why: string }
  | { type: 'retried'; clientId: string }
  | { type: 'dropped'; clientId: string }

export const emptyRoom = (outbox: Outgoing[] = []): RoomState => ({
  isOpen: false,
  messages: [],
  early: [],
  last: 0,
  marks: [],
  outbox,
})

const bySeq = (one: ChatMessage, other: ChatMessage): number => one.seq - other.seq

/** What arrived is sent: it leaves the outbox, whether or not the acknowledgement was heard. */
const withoutSent = (outbox: Outgoing[], arrived: ChatMessage[]): Outgoing[] => {
  const sent = new Set(arrived.map(({ client_id: clientId }) => clientId))
  const left = outbox.filter(({ clientId }) => !sent.has(clientId))
  return left.length === outbox.length ? outbox : left
}

/** Appends what follows without a gap; the rest waits. */
const arrive = (state: RoomState, arrived: ChatMessage[]): RoomState => {
  const outbox = withoutSent(state.outbox, arrived)
  // Until it is said what there is, nobody knows what follows what.
  if (!state.isOpen) return { ...state, outbox, early: [...state.early, ...arrived] }
  const fresh = new Map(arrived.map((message) => [message.seq, message]))
  const messages = state.messages.map((message) => fresh.get(message.seq) ?? message)
  const early: ChatMessage[] = []
  let { last } = state
  for (const message of [...state.early, ...arrived].sort(bySeq)) {
    if (message.seq === last + 1) {
      messages.push(message)
      last = message.seq
    } else if (message.seq > last && early.at(-1)?.seq !== message.seq) early.push(message)
  }
  return { ...state, outbox, messages, early, last }
}

const open = (state: RoomState, messages: ChatMessage[]): RoomState => {
  if (state.isOpen) return arrive(state, messages)
  const first = messages[0]?.seq ?? 1
  const before = { ...state, isOpen: true, messages: [], early: [], last: first - 1 }
  return arrive(before, [...messages, ...state.early])
}

const recall = (state: RoomState, older: ChatMessage[]): RoomState => {
  const first = state.messages[0]?.seq ?? 1
  const before = older.filter(({ seq }) => seq < first).sort(bySeq)
  // A page that does not end where the known ones begin would leave a gap.
  if (before.at(-1)?.seq !== first - 1) return state
  return { ...state, messages: [...before, ...state.messages] }
}

const mark = (state: RoomState, { kind, by, seq }: Mark): RoomState => {
  const others = state.marks.filter((one) => one.kind !== kind || one.by !== by)
  const known = state.marks.find((one) => one.kind === kind && one.by === by)
  if (known && known.seq >= seq) return state
  return { ...state, marks: [...others, { kind, by, seq }] }
}

const change = (
  state: RoomState,
  clientId: string,
  to: (one: Outgoing) => Outgoing,
): RoomState => ({
  ...state,
  outbox: state.outbox.map((one) => (one.clientId === clientId ? to(one) : one)),
})

/** What the room knows, after something happened. */
export const roomReducer = (state: RoomState, event: RoomEvent): RoomState => {
  switch (event.type) {
    case 'opened':
      return open(state, event.messages)
    case 'arrived':
      return arrive(state, event.messages)
    case 'recalled':
      return recall(state, event.messages)
    case 'marked':
      return mark(state, event)
    case 'written': {
      const { clientId, content, file } = event
      return { ...state, outbox: [...state.outbox, { clientId, content, file, refusal: null }] }
    }
    case 'refused':
      return change(state, event.clientId, (one) => ({ ...one, refusal: event.why }))
    case 'retried':
      return change(state, event.clientId, (one) => ({ ...one, refusal: null }))
    case 'dropped':
      return {
        ...state,
        outbox: state.outbox.filter(({ clientId }) => clientId !== event.clientId),
      }
  }
}

/** What is sent next: one after the other, so that they keep their order. */
export const nextToSend = ({ outbox }: RoomState): Outgoing | null =>
  outbox.find(({ refusal }) => refusal === null) ?? null

/** Something is missing between what is known. */
export const hasGap = ({ isOpen, early }: RoomState): boolean => isOpen && early.length > 0

export const hasOlder = ({ messages }: RoomState): boolean => (messages[0]?.seq ?? 1) > 1

/** How far a message has come to the one whom it is for. */
export const progressOf = (
  { marks }: RoomState,
  { seq, sender, delivered_at: deliveredAt, read_at: readAt }: ChatMessage,
): 'sent' | 'delivered' | 'read' => {
  const isMarked = (kind: Mark['kind']): boolean =>
    marks.some((one) => one.kind === kind && one.by !== sender.id && one.seq >= seq)
  if (readAt ?? isMarked('read')) return 'read'
  return (deliveredAt ?? isMarked('delivered')) ? 'delivered' : 'sent'
}

/** The newest message of the other one; 0: there is none. */
export const lastOfOther = ({ messages }: RoomState, me: number): number =>
  messages.findLast(({ sender }) => sender.id !== me)?.seq ?? 0
