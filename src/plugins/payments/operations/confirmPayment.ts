import type { PayloadRequest } from 'payload'

import { claimConfirmation } from '../attempts.sql'
import type { Online } from '../contract'
import { engineOf } from '../engine'
import type { GatewayStatus } from '../gateway/gateway'
import { GatewayError } from '../gateway/gateway'
import type { FollowedRow } from '../online.sql'
import { findFollowed } from '../online.sql'
import { askAndApply } from './askAndApply'

/** Where the gateway has not said anything yet, or not the last thing: a page on which nobody chose a method. */
const wordFor = ({ state, status }: FollowedRow): GatewayStatus => {
  if (status === 'REFUNDED') return 'refund'
  if (state === 'paid' || status === 'SUCCESS') return 'settlement'
  if (status === 'EXPIRED') return 'expire'
  return status === 'FAILED' || state === 'closed' ? 'cancel' : 'pending'
}

/** In the gateway's words, its own last one where it still holds. */
const wordOf = (row: FollowedRow): string => {
  const { gatewayStatus, status, state } = row
  const isOutdated = gatewayStatus === 'pending' && state === 'closed'
  // What went back by hand, the gateway does not know.
  const isBack = status === 'REFUNDED'
  return gatewayStatus === null || isOutdated || isBack ? wordFor(row) : gatewayStatus
}

/** Asks the gateway, if nobody has within two seconds. One that is away says nothing. */
const ask = async (req: PayloadRequest, gatewayOrderId: string): Promise<void> => {
  if (!(await claimConfirmation(req, gatewayOrderId))) return
  try {
    await askAndApply(req, gatewayOrderId, engineOf(req).gateway.status)
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    req.payload.logger.warn({ err: error, msg: `${gatewayOrderId} was not confirmed` })
  }
}

/** See `Online.confirm`. */
export const confirmPayment: Online['confirm'] = async (req, type, gatewayOrderId) => {
  if (req.transactionID) throw new Error('The gateway is never called within a transaction.')
  if (!(await findFollowed(req, type, gatewayOrderId))) return null
  await ask(req, gatewayOrderId)
  const row = await findFollowed(req, type, gatewayOrderId)
  return row && { itemId: row.itemId, status: wordOf(row) }
}
