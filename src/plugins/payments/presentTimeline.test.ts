import { expect, it } from 'vitest'

import { presentTimeline } from './presentTimeline'

const AT = '2026-11-21T03:00:00.123Z'
const LATER = '2026-11-21T03:00:00.124Z'

const event = (kind: string, at: string) => ({
  at,
  event: kind,
  detail: null,
  byId: null,
  byName: null,
})
const attempt = (at: string) => ({
  at,
  gatewayOrderId: 'KRS-1',
  way: 'snap',
  method: null,
  channel: null,
  amount: 1_000,
  state: 'open',
  gatewayStatus: null,
  paid: 0,
  refunded: 0,
})

it.each([
  ['one millisecond', AT],
  ['two', LATER],
])('begins with the beginning, when all of it was written in %s', (_what, at) => {
  const { entries } = presentTimeline({
    attempts: [attempt(at)] as never,
    events: [event('created', AT), event('settled', at)] as never,
    notices: [],
    refunds: [],
  })
  expect(entries.map((entry) => (entry.kind === 'event' ? entry.event : entry.kind))).toEqual([
    'created',
    'attempt',
    'settled',
  ])
})
