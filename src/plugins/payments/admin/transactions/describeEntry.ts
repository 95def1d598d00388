import { showRupiah } from '@/lib/panel/showRupiah'

import type { Channel } from '../../constants'
import { CHANNEL_NAMES } from '../../constants'
import type { Entry } from '../../transactionSchemas'
import { REFUND_KIND_LABELS, REFUND_STATUS_LABELS } from '../../words'
import type { Words } from './words'
import { eventLabel } from './words'

export type Described = {
  title: string
  /** What else there is to say, piece by piece. */
  details: string[]
  tone: 'good' | 'bad' | 'wait' | 'plain'
}

type Speech = Words & { language: 'en' | 'id' }
type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>

export const channelName = (channel: string | null): string =>
  channel && channel in CHANNEL_NAMES ? CHANNEL_NAMES[channel as Channel] : (channel ?? '')

const ATTEMPT_TONES = { paid: 'good', open: 'wait', creating: 'wait', unknown: 'wait' } as const
const REFUND_TONES = { SUCCESS: 'good', FAILED: 'bad', PENDING: 'wait' } as const

const attempt = (entry: Of<'attempt'>, words: Speech): Described => ({
  title: words.attempt(showRupiah(entry.amount)),
  details: [
    entry.channel ? channelName(entry.channel) : entry.way === 'page' ? words.page : '',
    entry.gatewayOrderId,
    words.states[entry.state],
  ],
  tone: entry.state in ATTEMPT_TONES ? ATTEMPT_TONES[entry.state as 'paid'] : 'plain',
})

const outcomeOf = (outcome: string | null, words: Speech): string =>
  words.outcomes[outcome as keyof typeof words.outcomes] ?? outcome ?? ''

const notice = (entry: Of<'notice'>, words: Speech): Described => ({
  title: words.notice(entry.says ?? '—'),
  details: [
    entry.gatewayOrderId,
    entry.verdict === 'invalid' ? words.forged : '',
    entry.processedAt ? outcomeOf(entry.outcome, words) : words.waiting,
  ],
  tone: entry.verdict === 'invalid' ? 'bad' : 'plain',
})

const refund = (entry: Of<'refund'>, words: Speech): Described => ({
  title: words.refund(showRupiah(entry.amount)),
  details: [
    REFUND_STATUS_LABELS[entry.status][words.language],
    REFUND_KIND_LABELS[entry.how][words.language],
    entry.reason,
    entry.note ?? '',
  ],
  tone: REFUND_TONES[entry.status],
})

const GOOD_EVENTS = ['settled', 'approved']
const BAD_EVENTS = [
  'failed',
  'refund-refused',
  'attempt-failed',
  'denied',
  'disputed',
  'refund-due',
]

const toneOf = (name: string): Described['tone'] => {
  if (GOOD_EVENTS.includes(name)) return 'good'
  return BAD_EVENTS.includes(name) ? 'bad' : 'plain'
}

/** Which sum of an event's detail is worth telling. */
const SUMS: Record<string, string> = {
  created: 'amount',
  priced: 'amount',
  settled: 'amount',
  'refund-due': 'refundDueAmount',
  'partially-refunded': 'refundedAmount',
  refunded: 'refundedAmount',
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const event = ({ event: name, detail }: Of<'event'>, words: Speech): Described => {
  const sum = detail[SUMS[name] ?? '']
  return {
    title: eventLabel(name, words.language),
    details: [
      typeof sum === 'number' ? showRupiah(sum) : '',
      text(detail.couponCode),
      text(detail.note),
      text(detail.why),
    ],
    tone: toneOf(name),
  }
}

/** What an entry of a transaction's life says. */
export const describeEntry = (entry: Entry, words: Speech): Described => {
  const described = {
    attempt: () => attempt(entry as Of<'attempt'>, words),
    notice: () => notice(entry as Of<'notice'>, words),
    refund: () => refund(entry as Of<'refund'>, words),
    event: () => event(entry as Of<'event'>, words),
  }[entry.kind]()
  return { ...described, details: described.details.filter(Boolean) }
}
