import type { Payload } from 'payload'

/**
 * Work that is done again and again (expire, release, reconcile). It runs on every instance at once, so
 * it claims what it works on in the database; no rule depends on it being on time.
 */
export type Sweeper = {
  name: string
  /** Milliseconds from the end of one run to the start of the next, give or take a tenth. */
  everyMs: number
  run: (payload: Payload) => Promise<void>
}
