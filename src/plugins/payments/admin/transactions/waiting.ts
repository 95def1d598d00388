import type { Transaction } from '@/payload-types'

/** Transactions that wait for an admin, newest first. */
export type Waiting = { docs: Transaction[]; totalDocs: number }

export type Flag = 'refundDue' | 'underReview'

const filter = (flags: readonly Flag[]): string =>
  flags.map((flag, index) => `where[or][${index}][${flag}][equals]=true`).join('&')

/** Where they are read. */
export const waitingPath = (api: string, flags: readonly Flag[], limit: number): string =>
  `${api}/transactions?depth=1&limit=${limit}&sort=-updatedAt&${filter(flags)}`

export const ALL_FLAGS: readonly Flag[] = ['refundDue', 'underReview']
