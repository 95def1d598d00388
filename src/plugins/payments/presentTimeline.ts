import { refundByGateway } from './refundLimits'
import type { AttemptRow, EventRow, NoticeRow, RefundRow } from './timeline.sql'
import type { Entry, Paid, Timeline } from './transactionSchemas'

type Rows = {
  attempts: AttemptRow[]
  notices: NoticeRow[]
  refunds: RefundRow[]
  events: EventRow[]
}

/** Raw statements answer times as Postgres writes them, or as `Date`s. */
const iso = (time: Date | string): string => new Date(time).toISOString()

const whoOf = ({ byId, byName }: { byId: number | null; byName: string | null }) =>
  byId === null ? null : { id: byId, name: byName ?? '' }

const entriesOf = ({ attempts, notices, refunds, events }: Rows): Entry[] => [
  ...attempts.map(
    ({ paid: _paid, refunded: _refunded, at, ...attempt }) =>
      ({ kind: 'attempt', ...attempt, at: iso(at) }) as const,
  ),
  ...events.map(
    ({ byId, byName, at, ...event }) =>
      ({ kind: 'event', ...event, at: iso(at), by: whoOf({ byId, byName }) }) as const,
  ),
  ...notices.map(
    ({ at, processedAt, ...notice }) =>
      ({
        kind: 'notice',
        ...notice,
        at: iso(at),
        processedAt: processedAt && iso(processedAt),
      }) as const,
  ),
  ...refunds.map(
    ({ byId, byName, at, filename, ...refund }) =>
      ({
        kind: 'refund',
        ...refund,
        at: iso(at),
        proof: filename && `/api/refunds/file/${filename}`,
        by: whoOf({ byId, byName }),
      }) as const,
  ),
]

const paymentsOf = (attempts: AttemptRow[]): Paid[] =>
  attempts
    .filter(({ paid }) => paid > 0)
    .map(({ gatewayOrderId, method, channel, paid, refunded }) => ({
      gatewayOrderId,
      method,
      channel,
      paid,
      refunded,
      left: paid - refunded,
      byGateway: refundByGateway(method, channel),
    }))

const isBeginning = (entry: Entry): boolean => entry.kind === 'event' && entry.event === 'created'

/**
 * By time. Sorting is stable: what was written in one millisecond keeps the order above, but for the
 * beginning, which nothing comes before.
 */
const inOrder = (one: Entry, other: Entry): number =>
  Date.parse(one.at) - Date.parse(other.at) || Number(isBeginning(other)) - Number(isBeginning(one))

/** What happened to a transaction, as it happened. */
export const presentTimeline = (rows: Rows): Timeline => ({
  entries: entriesOf(rows).sort(inOrder),
  payments: paymentsOf(rows.attempts),
})
