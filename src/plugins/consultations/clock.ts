import type { PayloadRequest } from 'payload'

import { databaseTime } from './clock.sql'

type Seen = { time: Date; at: number }

/** Where a request keeps what the database's clock showed, and when it was asked, in its own time. */
const SEEN = 'consultationsClock'

/**
 * The moment by the database's clock, for what is computed of each document that is read: asked once in a
 * request, and gone on with from there. A rule asks the database itself.
 */
export const readingTime = async (req: PayloadRequest): Promise<Date> => {
  const seen = (req.context[SEEN] ??= databaseTime(req).then((time): Seen => {
    return { time, at: performance.now() }
  })) as Promise<Seen>
  const { time, at } = await seen
  return new Date(time.getTime() + performance.now() - at)
}
