import { setTimeout as sleep } from 'node:timers/promises'

import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'
import { unauthenticated } from '@/lib/refusals'
import type { Transaction } from '@/payload-types'

import type { Checkout, Payable, PayableType, Way } from '../contract'
import { payableFor } from '../engine'
import { paymentNotCreated } from '../errors'
import { lockTransaction } from '../transactions.sql'
import { askGateway } from './askGateway'
import { endAttempt } from './endAttempt'
import { expireTransaction } from './expireTransaction'
import type { Asked } from './prepareCheckout'
import { prepareCheckout, rehearsePrice } from './prepareCheckout'
import { presentCreated } from './presentCreated'
import { channelFor, readSettings } from './readSettings'

const POLL_MS = 100

const payableOf = (req: PayloadRequest, type: PayableType): Payable => {
  const payable = payableFor(req, type)
  if (!payable) throw new Error(`Nothing of the kind ${type} can be paid for.`)
  return payable
}

/** With the channel that is asked for, or the method's first one. @throws {ApiError} 422 */
const withChannel = async (req: PayloadRequest, way: Way): Promise<Way> =>
  way.kind === 'charge'
    ? { ...way, channel: channelFor(await readSettings(req), way.method, way.channel) }
    : way

/** Thrown to roll back what was only tried. */
class Rehearsed extends Error {}

const rehearse = async (req: PayloadRequest, asked: Asked, id: string): Promise<void> => {
  const trial = withTransaction(req, async () => {
    await lockTransaction(req, id)
    await rehearsePrice(req, asked, id)
    throw new Rehearsed()
  })
  await trial.catch((error: unknown) => {
    if (!(error instanceof Rehearsed)) throw error
  })
}

const replace = async (
  req: PayloadRequest,
  asked: Asked,
  step: Extract<Awaited<ReturnType<typeof prepareCheckout>>, { kind: 'replace' }>,
): Promise<void> => {
  if (step.needsQuote) await rehearse(req, asked, step.transactionId)
  const { isPaid } = await endAttempt(req, step.attempt).catch(() => {
    throw paymentNotCreated()
  })
  if (isPaid) throw asked.payable.alreadyPaid()
}

const expire = async (req: PayloadRequest, asked: Asked, transactionId: string): Promise<void> => {
  const status = await expireTransaction(req, transactionId).catch(() => null)
  if (status === 'SUCCESS') throw asked.payable.alreadyPaid()
  if (status === null || status === 'PENDING') throw paymentNotCreated()
}

const start: Checkout['start'] = async (
  req,
  { type, item, way, payer = req.user?.id },
): Promise<Transaction> => {
  if (req.transactionID) throw new Error('The gateway is never called within a transaction.')
  if (payer === undefined) throw unauthenticated()
  const asked: Asked = {
    payable: payableOf(req, type),
    user: payer,
    item,
    way: await withChannel(req, way),
    isAnyChannel: way.kind === 'charge' && way.channel === null,
  }
  for (;;) {
    const step = await withTransaction(req, async () => prepareCheckout(req, asked))
    if (step.kind === 'ready') return step.transaction
    if (step.kind === 'ask') return askGateway(req, step, asked.way)
    if (step.kind === 'expire') await expire(req, asked, step.transactionId)
    else if (step.kind === 'replace') await replace(req, asked, step)
    else await sleep(POLL_MS)
  }
}

export const checkout: Checkout = { start, present: presentCreated }
