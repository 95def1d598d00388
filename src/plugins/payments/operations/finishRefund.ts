import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'

import { engineOf } from '../engine'
import type { GatewayState } from '../gateway/gateway'
import { GatewayError, isUnheard } from '../gateway/gateway'
import { refundAway, refundRefused } from '../refundErrors'
import type { RefundUnderWay } from '../refunds.sql'
import { endRefund } from '../refunds.sql'
import { insertEvent, lockTransaction } from '../transactions.sql'
import { applyGatewayState } from './applyGatewayState'
import { tellPanel } from './tellPanel'

const DUPLICATE = 406

/** Whether the gateway shows the refund; what it has only accepted is asked for again. */
const isShown = (state: GatewayState, { refundKey }: RefundUnderWay): boolean =>
  state.refunds.length > 0
    ? state.refunds.some(({ key }) => key === refundKey)
    : state.status === 'refund' || state.status === 'partial_refund'

/** The refund is done, and the transaction is told; the one who is first does both. */
const complete = async (
  req: PayloadRequest,
  refund: RefundUnderWay,
  state: GatewayState,
): Promise<void> =>
  withTransaction(req, async () => {
    await lockTransaction(req, refund.transactionId)
    await endRefund(req, refund.id, 'SUCCESS')
    await applyGatewayState(req, state)
    await tellPanel(req, refund.transactionId)
  })

const fail = async (req: PayloadRequest, refund: RefundUnderWay, why: string): Promise<void> =>
  withTransaction(req, async () => {
    const { id, transactionId, gatewayOrderId, amount } = refund
    await lockTransaction(req, transactionId)
    if (!(await endRefund(req, id, 'FAILED'))) return
    const detail = { gatewayOrderId, amount, why }
    const by = req.user?.id ?? null
    await insertEvent(req, transactionId, { kind: 'refund-refused', detail, by })
    await tellPanel(req, transactionId)
  })

/** Whether it is certain that nothing went back. An earlier try may have, when nobody listens now. */
const isCertain = (error: GatewayError, isFirst: boolean): boolean => {
  if (error.failure === 'unknown' || error.code === DUPLICATE) return false
  return isFirst || !isUnheard(error)
}

/**
 * Whether an earlier try was heard after all, whatever a later one is refused for; null when the gateway
 * does not say.
 */
const madeBefore = async (
  req: PayloadRequest,
  { gatewayOrderId, refundKey }: RefundUnderWay,
): Promise<GatewayState | false | null> => {
  try {
    const state = await engineOf(req).gateway.status(gatewayOrderId)
    return state?.refunds.some(({ key }) => key === refundKey) ? state : false
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    return null
  }
}

/**
 * Asks the gateway for a refund that was written down, and writes what came of it. Never within a database
 * transaction. With the refund's own key a repetition refunds once; what stays unknown stays under way.
 * @throws {ApiError} 409 refused, 502 away: nothing went back
 */
export const finishRefund = async (
  req: PayloadRequest,
  refund: RefundUnderWay,
  { isFirst }: { isFirst: boolean },
): Promise<void> => {
  const { gatewayOrderId, refundKey: key, amount, reason } = refund
  try {
    const state = await engineOf(req).gateway.refund(gatewayOrderId, { key, amount, reason })
    if (isShown(state, refund)) await complete(req, refund, state)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    if (!isCertain(error, isFirst)) return
    const before = isFirst ? false : await madeBefore(req, refund)
    if (before === null) return
    if (before) {
      await complete(req, refund, before)
      return
    }
    await fail(req, refund, error.message)
    throw error.failure === 'refused' ? refundRefused(error.message) : refundAway()
  }
}
