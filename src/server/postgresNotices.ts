import type pg from 'pg'

/** NOTIFY, for whoever has much to say. */
export type Notices = {
  /** @returns when it is sent, or lost */
  notify: (channel: string, payload: string) => Promise<void>
}

type Notice = { channel: string; payload: string; done: () => void }

/** What one statement carries, and what may wait behind it; a notice has less than 8,000 bytes. */
const BATCH = 500
const WAITING_MAX = 50_000

/** The first that may go together: Postgres takes two alike, in one transaction, for one. */
const takeBatch = (waiting: Notice[]): Notice[] => {
  const seen = new Set<string>()
  const end = waiting.findIndex(({ channel, payload }, index) => {
    const notice = `${channel} ${payload}`
    if (index >= BATCH || seen.has(notice)) return true
    seen.add(notice)
    return false
  })
  return waiting.splice(0, end < 0 ? waiting.length : end)
}

/**
 * Sends notices in their order, and those that wait for a statement under way together in the next: each
 * commit takes its time, and whole crowds are told things at once. Those of a statement that failed are
 * lost; those that came later are tried.
 * @param onLost why, and how many
 */
export const createNotices = (
  database: Pick<pg.Pool, 'query'>,
  onLost: (error: Error, count: number) => void,
): Notices => {
  const waiting: Notice[] = []
  let isSending = false

  const send = async (): Promise<void> => {
    isSending = true
    while (waiting.length > 0) {
      const batch = takeBatch(waiting)
      const lists = [batch.map(({ channel }) => channel), batch.map(({ payload }) => payload)]
      try {
        await database.query(
          'SELECT pg_notify(channel, payload) FROM unnest($1::text[], $2::text[]) AS notices(channel, payload)',
          lists,
        )
      } catch (error) {
        onLost(error as Error, batch.length)
      }
      for (const { done } of batch) done()
    }
    isSending = false
  }

  return {
    notify: async (channel, payload) =>
      new Promise((done) => {
        if (waiting.length >= WAITING_MAX) {
          onLost(new Error('Too many notices wait'), 1)
          return done()
        }
        waiting.push({ channel, payload, done })
        if (!isSending) void send()
      }),
  }
}
