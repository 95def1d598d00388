import type { PayloadRequest, Where } from 'payload'

import { faultOfFilter } from '@/lib/listFilter'

import type { TransactionStatus } from '../contract'
import { TRANSACTION_STATUSES } from '../contract'
import type { Sum, Totals } from '../transactionSchemas'

/** Documents that are in memory at once. */
const BATCH = 2_000

type Row = {
  id: string
  status: TransactionStatus
  amount: number
  refundedAmount: number
  refundDueAmount: number
}

const after = (where: Where, id: string | null): Where =>
  id === null ? where : { and: [where, { id: { greater_than: id } }] }

/** The transactions that a reader may see and a filter lets through, a batch at a time, by id. */
async function* readBatches(req: PayloadRequest, where: Where): AsyncGenerator<Row[], undefined> {
  let last: string | null = null
  for (;;) {
    const page: { docs: unknown[] } = await req.payload.find({
      collection: 'transactions',
      where: after(where, last),
      sort: 'id',
      select: { status: true, amount: true, refundedAmount: true, refundDueAmount: true },
      limit: BATCH,
      pagination: false,
      depth: 0,
      req,
      overrideAccess: false,
    })
    const docs = page.docs as Row[]
    yield docs
    last = docs.at(-1)?.id ?? null
    if (docs.length < BATCH) return
  }
}

const nothing = (): Sum => ({ count: 0, amount: 0, refunded: 0, refundDue: 0 })

const add = (sum: Sum, row: Row): void => {
  sum.count += 1
  sum.amount += row.amount
  sum.refunded += row.refundedAmount
  sum.refundDue += row.refundDueAmount
}

/**
 * What the transactions of a filter come to, in all and by status.
 * @throws {ApiError} 400 for a filter of what is not there, or may not be read
 */
export const sumTransactions = async (req: PayloadRequest, where: Where): Promise<Totals> => {
  const all = nothing()
  const byStatus = new Map(TRANSACTION_STATUSES.map((status) => [status, nothing()]))
  try {
    for await (const rows of readBatches(req, where)) {
      for (const row of rows) {
        add(all, row)
        add(byStatus.get(row.status) as Sum, row)
      }
    }
  } catch (error) {
    throw Object.keys(where).length > 0 ? faultOfFilter(error) : error
  }
  return { ...all, byStatus: [...byStatus].map(([status, sum]) => ({ status, ...sum })) }
}
