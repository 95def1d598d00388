import type { PayloadRequest } from 'payload'
import { getDataLoader } from 'payload'

import { isDesk } from '@/access'
import { withTransaction } from '@/database/transactions'
import { ApiError } from '@/lib/apiError'
import { paymentsOf } from '@/plugins/payments/contract'

import { alreadyPaid, chargeIsLive, ChargeIsLive } from '../errors'

/** Between the end of a charge and the desk's own lock a buyer may ask for the next one. */
const TRIES = 3

const itemOf = (id: number) => ({ type: 'order' as const, id })

/**
 * Refuses what must not happen while an order can still be paid online. In the transaction that has
 * locked the order: a new charge has to wait for that lock.
 * @throws {ChargeIsLive} 502
 */
export const refuseLiveCharge = async (req: PayloadRequest, id: number): Promise<void> => {
  if (await paymentsOf(req).charges.isLive(req, itemOf(id))) throw chargeIsLive()
}

/** Ends a trial of a change: nothing of it stays. */
class Undone extends Error {}

/** Whether a live charge is all that stands in the way of a change; whoever may not do it ends none. */
const isInTheWay = async (
  req: PayloadRequest,
  change: () => Promise<unknown>,
): Promise<boolean> => {
  try {
    await withTransaction(req, async () => {
      await change()
      throw new Undone()
    })
    return false
  } catch (error) {
    return error instanceof ChargeIsLive
  } finally {
    // Documents read in the trial must not be seen by the change itself.
    req.payloadDataLoader = getDataLoader(req)
  }
}

const end = async (req: PayloadRequest, id: number): Promise<{ isPaid: boolean }> => {
  try {
    return await paymentsOf(req).charges.end(req, itemOf(id))
  } catch (error) {
    if (error instanceof ApiError && error.status >= 500) throw chargeIsLive()
    throw error
  }
}

/**
 * Before a change of an order that `refuseLiveCharge` guards: ends its live charge at the gateway, if
 * that alone stands in the way. A charge that turns out to be paid is settled; the desk is told so, and
 * thinks again. Never within a database transaction: it asks the gateway.
 * @param change the change itself; it is tried, and undone
 * @throws {ApiError} 400 `Order already paid`; 502 {ChargeIsLive} when the gateway cannot say
 */
export const endCharge = async (
  req: PayloadRequest,
  id: number,
  change: () => Promise<unknown>,
): Promise<void> => {
  const { charges } = paymentsOf(req)
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (!(await charges.isLive(req, itemOf(id)))) return
    if (!(await isInTheWay(req, change))) return
    const { isPaid } = await end(req, id)
    // The buyer's own change says in its own words that it comes too late.
    if (isPaid && isDesk(req)) throw alreadyPaid()
  }
}

/** A change of an order as one call, for doors that open no transaction around it: GraphQL. */
export const changeWithoutCharge = async <Result>(
  req: PayloadRequest,
  id: number,
  change: () => Promise<Result>,
): Promise<Result> => {
  await endCharge(req, id, change)
  return change()
}
