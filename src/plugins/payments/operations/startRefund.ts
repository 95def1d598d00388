import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'
import type { Picture } from '@/lib/picture'
import { isUuid } from '@/lib/uuid'
import type { Refund } from '@/payload-types'

import { attemptsOf } from '../attempts.sql'
import { transactionNotFound } from '../errors'
import { refundDisputed, refundUnderWay } from '../refundErrors'
import { countRefunds, isRefundUnderWay } from '../refunds.sql'
import type { RefundBody } from '../transactionSchemas'
import { lockTransaction } from '../transactions.sql'
import { applyManualRefund } from './applyGatewayState'
import type { RefundPlan } from './planRefund'
import { planRefund } from './planRefund'
import { markOf } from './repeatedRefund'
import { tellPanel } from './tellPanel'

const insert = async (
  req: PayloadRequest,
  transaction: string,
  { gatewayOrderId, kind, amount }: RefundPlan,
  asked: RefundBody,
  proof: Picture | null,
): Promise<Refund> => {
  const { reason, note } = asked
  const number = (await countRefunds(req, gatewayOrderId)) + 1
  const mark = markOf(req, transaction, asked)
  const isManual = kind === 'manual'
  return req.payload.create({
    collection: 'refunds',
    data: {
      transaction,
      gatewayOrderId,
      amount,
      kind,
      status: isManual ? 'SUCCESS' : 'PENDING',
      reason,
      note: note ?? null,
      refundKey: [`${gatewayOrderId}-r${number}`, mark].filter(Boolean).join('-'),
      madeBy: req.user?.id ?? null,
    },
    ...(isManual && proof ? { file: proof } : {}),
    depth: 0,
    req,
    overrideAccess: true,
  })
}

/**
 * Writes a refund down, before anybody is asked for it: one at a time for each transaction. By hand it is
 * done with that; through the gateway it is under way, with a key that stays.
 * @throws {ApiError} 404, 409, 422
 */
export const startRefund = async (
  req: PayloadRequest,
  id: string,
  asked: RefundBody,
  proof: Picture | null,
): Promise<Refund> => {
  if (!isUuid(id)) throw transactionNotFound()
  return withTransaction(req, async () => {
    const transaction = await lockTransaction(req, id)
    if (!transaction) throw transactionNotFound()
    if (await isRefundUnderWay(req, id)) throw refundUnderWay()
    if (transaction.isDisputed) throw refundDisputed()
    const plan = planRefund(await attemptsOf(req, id), asked, proof !== null)
    const refund = await insert(req, id, plan, asked, proof)
    if (plan.kind === 'manual') await applyManualRefund(req, plan)
    await tellPanel(req, id)
    return refund
  })
}
