import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { ChatMessage } from './chatMessage'
import type { RoomEvent, RoomState } from './roomState'
import {
  emptyRoom,
  hasGap,
  hasOlder,
  lastOfOther,
  nextToSend,
  progressOf,
  roomReducer,
} from './roomState'

const DOCTOR = 1
const PATIENT = 2

const message = (seq: number, rest: Partial<ChatMessage> = {}): ChatMessage => ({
  id: seq,
  consultation_id: 7,
  seq,
  sender: { id: PATIENT, name: 'Gita', role: 'patient' },
  content: `pesan ${seq}`,
  attachment: null,
  client_id: null,
  created_at: '2026-11-21T07:00:00.000Z',
  delivered_at: null,
  read_at: null,
  ...rest,
})
const messages = (from: number, to: number): ChatMessage[] =>
  Array.from({ length: to - from + 1 }, (_, index) => message(from + index))
const after = (...events: RoomEvent[]): RoomState => events.reduce(roomReducer, emptyRoom())
const seqs = (state: RoomState): number[] => state.messages.map(({ seq }) => seq)
const written = (clientId: string): RoomEvent => ({
  type: 'written',
  clientId,
  content: clientId,
  file: null,
})

describe('what arrives', () => {
  it('follows what is known', () => {
    const state = after(
      { type: 'opened', messages: messages(3, 4) },
      { type: 'arrived', messages: [message(5)] },
    )
    expect([seqs(state), state.last, hasGap(state), hasOlder(state)]).toEqual([
      [3, 4, 5],
      5,
      false,
      true,
    ])
  })

  it('begins at 1 in an empty room', () => {
    const empty = after({ type: 'opened', messages: [] })
    expect([hasOlder(empty), hasGap(empty)]).toEqual([false, false])
    const state = roomReducer(empty, { type: 'arrived', messages: [message(1)] })
    expect(seqs(state)).toEqual([1])
    const gap = roomReducer(empty, { type: 'arrived', messages: [message(2)] })
    expect([seqs(gap), hasGap(gap)]).toEqual([[], true])
  })

  it('waits beyond a gap until it is filled', () => {
    const gap = after(
      { type: 'opened', messages: messages(1, 2) },
      { type: 'arrived', messages: [message(5)] },
    )
    expect([seqs(gap), gap.last, hasGap(gap)]).toEqual([[1, 2], 2, true])
    const filled = roomReducer(gap, { type: 'arrived', messages: messages(3, 4) })
    expect([seqs(filled), hasGap(filled)]).toEqual([[1, 2, 3, 4, 5], false])
  })

  it('waits until the room is opened', () => {
    const state = after(
      { type: 'arrived', messages: [message(4)] },
      { type: 'opened', messages: messages(2, 3) },
    )
    expect(seqs(state)).toEqual([2, 3, 4])
  })

  it('is not lost when the room is opened once more', () => {
    const state = after(
      { type: 'opened', messages: messages(1, 2) },
      { type: 'arrived', messages: [message(3)] },
      { type: 'opened', messages: messages(1, 2) },
    )
    expect([seqs(state), state.last]).toEqual([[1, 2, 3], 3])
  })

  it('takes what is known again for its marks', () => {
    const readAt = '2026-11-21T07:01:00.000Z'
    const state = after(
      { type: 'opened', messages: messages(1, 2) },
      { type: 'arrived', messages: [message(1, { read_at: readAt }), message(3)] },
    )
    expect([seqs(state), state.messages[0]?.read_at]).toEqual([[1, 2, 3], readAt])
  })

  it('is whole and in order, however it comes', () => {
    const shuffled = fc.integer({ min: 1, max: 30 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        order: fc.shuffledSubarray(messages(1, count), { minLength: count }),
        twice: fc.subarray(messages(1, count)),
        openedAt: fc.nat({ max: count - 1 }),
        size: fc.integer({ min: 1, max: 5 }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ count, order, twice, openedAt, size }) => {
        const all = [...order, ...twice]
        let state = emptyRoom()
        for (let at = 0; at < all.length; at += size) {
          if (at <= openedAt && openedAt < at + size) {
            state = roomReducer(state, { type: 'opened', messages: [] })
          }
          state = roomReducer(state, { type: 'arrived', messages: all.slice(at, at + size) })
        }
        expect([seqs(state), hasGap(state)]).toEqual([messages(1, count).map((m) => m.seq), false])
      }),
    )
  })
})

describe('what was before', () => {
  it('comes before the first', () => {
    const state = after(
      { type: 'opened', messages: messages(4, 5) },
      { type: 'recalled', messages: messages(1, 4) },
    )
    expect([seqs(state), hasOlder(state), state.last]).toEqual([[1, 2, 3, 4, 5], false, 5])
  })

  it('is not taken where it would leave a gap', () => {
    const state = after(
      { type: 'opened', messages: messages(4, 5) },
      { type: 'recalled', messages: messages(1, 2) },
    )
    expect([seqs(state), hasOlder(state)]).toEqual([[4, 5], true])
  })
})

describe('the outbox', () => {
  it('sends one after the other, and leaves out what was refused until it is tried again', () => {
    const refused = after(written('a'), written('b'), {
      type: 'refused',
      clientId: 'a',
      why: 'Konsultasi sudah berakhir',
    })
    expect(nextToSend(refused)?.clientId).toBe('b')
    expect(refused.outbox[0]?.refusal).toBe('Konsultasi sudah berakhir')
    const again = roomReducer(refused, { type: 'retried', clientId: 'a' })
    expect(nextToSend(again)?.clientId).toBe('a')
    const dropped = roomReducer(again, { type: 'dropped', clientId: 'a' })
    expect(dropped.outbox.map(({ clientId }) => clientId)).toEqual(['b'])
  })

  it('is left by what arrives, acknowledged or not, opened or not, gap or not', () => {
    const own = (seq: number, clientId: string) => message(seq, { client_id: clientId })
    const early = after(written('a'), { type: 'arrived', messages: [own(1, 'a')] })
    expect(nextToSend(early)).toBeNull()
    const opened = after(written('a'), { type: 'opened', messages: [own(1, 'a')] })
    expect(nextToSend(opened)).toBeNull()
    const beyond = after({ type: 'opened', messages: [] }, written('a'), {
      type: 'arrived',
      messages: [own(3, 'a')],
    })
    expect([nextToSend(beyond), hasGap(beyond)]).toEqual([null, true])
  })

  it('keeps what was sent by another device', () => {
    const state = after(written('a'), { type: 'arrived', messages: [message(1)] })
    expect(nextToSend(state)?.clientId).toBe('a')
  })
})

describe('marks', () => {
  const mine = message(2, { sender: { id: DOCTOR, name: 'dr. Budi', role: 'doctor' } })
  const opened: RoomEvent = { type: 'opened', messages: [message(1), mine] }
  const marked = (kind: 'delivered' | 'read', by: number, seq: number): RoomEvent => ({
    type: 'marked',
    kind,
    by,
    seq,
  })

  it('tell how far one’s own messages have come', () => {
    expect(progressOf(after(opened), mine)).toBe('sent')
    expect(progressOf(after(opened, marked('delivered', PATIENT, 2)), mine)).toBe('delivered')
    expect(progressOf(after(opened, marked('read', PATIENT, 3)), mine)).toBe('read')
    expect(progressOf(after(opened, marked('read', PATIENT, 1)), mine)).toBe('sent')
  })

  it('of one’s own reading say nothing of one’s own messages', () => {
    expect(progressOf(after(opened, marked('read', DOCTOR, 9)), mine)).toBe('sent')
  })

  it('count when they come before their message, and never go back', () => {
    const early = after(marked('read', PATIENT, 2), opened, marked('read', PATIENT, 1))
    expect(progressOf(early, mine)).toBe('read')
  })

  it('come with the message, too', () => {
    const at = '2026-11-21T07:01:00.000Z'
    const state = after(opened)
    expect(progressOf(state, { ...mine, delivered_at: at })).toBe('delivered')
    expect(progressOf(state, { ...mine, delivered_at: at, read_at: at })).toBe('read')
  })
})

it('knows the newest message of the other one', () => {
  const state = after({ type: 'opened', messages: messages(1, 3) })
  expect([lastOfOther(state, DOCTOR), lastOfOther(state, PATIENT)]).toEqual([3, 0])
})
