import { setTimeout as sleep } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'
import { getDataLoader } from 'payload'

import type { HonestAdapter } from './adapter'
import { isRetryable, TransactionGoneError } from './errors'

type Request = Pick<PayloadRequest, 'payload' | 'transactionID'>

const ATTEMPTS = 5
const BACKOFF_MS = 20

const adapterOf = (req: Request): HonestAdapter => req.payload.db as unknown as HonestAdapter

/**
 * Runs `fn` in one transaction that `req` carries, and commits it. Inside a transaction it joins that
 * one. The outermost call tries again, a few times, when Postgres reports a deadlock (40P01) or a
 * serialization failure (40001); `fn` must therefore be safe to run again from its beginning.
 * @throws what `fn` throws; {CommitFailedError} when the commit is not one; {TransactionGoneError}
 */
export const withTransaction = async <T>(req: PayloadRequest, fn: () => Promise<T>): Promise<T> => {
  if (req.transactionID) return fn()
  for (let attempt = 1; ; attempt += 1) {
    const id = String(await req.payload.db.beginTransaction())
    req.transactionID = id
    try {
      const result = await fn()
      await req.payload.db.commitTransaction(id)
      return result
    } catch (error) {
      await req.payload.db.rollbackTransaction(id)
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error
      // Documents read in the failed attempt must not be seen by the next one.
      req.payloadDataLoader = getDataLoader(req)
    } finally {
      delete req.transactionID
    }
    await sleep(BACKOFF_MS * attempt * (0.5 + Math.random()))
  }
}

/**
 * Runs `effect` when the transaction of `req` has really been committed, and never when it has not:
 * for whatever leaves the process (socket events, mails). Without a transaction it runs at once.
 * A failing effect is logged; the write stands.
 */
export const afterCommit = async (
  req: Request,
  effect: () => Promise<void> | void,
): Promise<void> => {
  // Null where Payload's data loader reads without a transaction.
  const id = (await req.transactionID) as number | string | null | undefined
  if (id === undefined || id === null) {
    await effect()
    return
  }
  const transaction = adapterOf(req).open.get(String(id))
  if (!transaction) throw new TransactionGoneError()
  transaction.afterCommit.push(effect)
}
