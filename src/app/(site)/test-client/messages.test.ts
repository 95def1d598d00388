import { expect, it } from 'vitest'

import type { Message } from './api'
import { messagesReducer } from './messages'

const PATIENT = 7
const DOCTOR = 9
const AT = '2026-03-02T03:00:00.000Z'

const message = (seq: number, sender: number, marks: Partial<Message> = {}): Message => ({
  id: 100 + seq,
  seq,
  sender: { id: sender, name: 'Gita', role: 'patient' },
  content: `Pesan ${seq}`,
  attachment: null,
  client_id: null,
  created_at: AT,
  delivered_at: null,
  read_at: null,
  ...marks,
})

const marksOf = (messages: Message[]) =>
  messages.map(({ seq, delivered_at, read_at }) => [seq, delivered_at, read_at])

it('keeps messages by their numbers, each once', () => {
  const known = messagesReducer([message(2, PATIENT)], {
    type: 'arrived',
    messages: [message(3, PATIENT), message(1, DOCTOR), message(2, PATIENT)],
  })
  expect(known.map(({ seq }) => seq)).toEqual([1, 2, 3])
})

it('marks what the other one had, up to a number, and keeps it when an older copy comes', () => {
  const known = [message(1, PATIENT), message(2, DOCTOR), message(3, PATIENT)]
  const mark = { type: 'marked', user_id: DOCTOR, at: AT } as const
  const delivered = messagesReducer(known, { ...mark, kind: 'delivered_at', seq: 3 })
  const read = messagesReducer(delivered, { ...mark, kind: 'read_at', seq: 2 })
  const expected = [
    [1, AT, AT],
    [2, null, null],
    [3, AT, null],
  ]
  expect(marksOf(read)).toEqual(expected)
  const again = messagesReducer(read, { type: 'arrived', messages: [message(1, PATIENT)] })
  expect(marksOf(again)).toEqual(expected)
})

it('forgets one room when another is looked at', () => {
  expect(messagesReducer([message(1, PATIENT)], { type: 'emptied' })).toEqual([])
})
