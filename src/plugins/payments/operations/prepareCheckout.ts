import type { PayloadRequest } from 'payload'

import type { Transaction } from '@/payload-types'

import type { Attempt } from '../attempts.sql'
import { attemptsOf, insertAttempt, LIVE_STATES } from '../attempts.sql'
import type { ItemRef, Payable, Quote, Way } from '../contract'
import { paymentNotCreated } from '../errors'
import type { LockedTransaction } from '../transactions.sql'
import { lockCheckout, lockPending } from '../transactions.sql'
import { changeTransaction } from './changeTransaction'
import { drawInvoiceNumber, gatewayOrderIdOf } from './invoiceNumber'
import { existingTransaction } from './existingTransaction'

/** What is asked for; the channel of a charge is one that is offered. */
export type Asked = {
  payable: Payable
  user: number
  item: ItemRef
  way: Way
  /** No channel was asked for: an earlier charge by another one of the method will do. */
  isAnyChannel: boolean
}

/** What is to be done next, found under the lock of this user's checkout of this item. */
export type Step =
  | { kind: 'ready'; transaction: Transaction }
  /** Somebody is asking the gateway about it. */
  | { kind: 'wait' }
  /** Its time is over. */
  | { kind: 'expire'; transactionId: string }
  /** The earlier charge is for another way or coupon. */
  | { kind: 'replace'; attempt: Attempt; transactionId: string; needsQuote: boolean }
  | { kind: 'ask'; transaction: Transaction; attempt: Attempt }

const LIFE_MS = 24 * 60 * 60 * 1000

const expiryOf = ({ payBy }: Quote): Date => {
  const usual = Date.now() + LIFE_MS
  return new Date(payBy ? Math.min(usual, payBy.getTime()) : usual)
}

const priceOf = ({ title, snapshot, originalAmount, discount, amount, coupon }: Quote) => ({
  itemTitle: title,
  itemSnapshot: snapshot,
  originalAmount,
  discount,
  amount,
  couponId: coupon?.id ?? null,
  couponCode: coupon?.code ?? null,
})

const quoteFor = async (req: PayloadRequest, { payable, user, item }: Asked): Promise<Quote> =>
  payable.quote({ req, user, item })

/** What costs nothing is given at once. @throws {ApiError} 502 when it cannot be given after all */
const settleFree = async (req: PayloadRequest, { id }: Transaction): Promise<Transaction> => {
  // What an earlier charge showed is none of it.
  const shown = { paymentDetails: null, snapToken: null, redirectUrl: null }
  const change = { status: 'SUCCESS' as const, ...shown }
  const settled = await changeTransaction(req, id, change, { cause: 'free' })
  if (settled.status !== 'SUCCESS') throw paymentNotCreated()
  return settled
}

const methodOf = ({ way }: Asked) =>
  way.kind === 'charge'
    ? { method: way.method, channel: way.channel }
    : { method: null, channel: null }

const ask = async (
  req: PayloadRequest,
  transaction: Transaction,
  asked: Asked,
  number: number,
): Promise<Step> => {
  if (transaction.amount === 0) {
    return { kind: 'ready', transaction: await settleFree(req, transaction) }
  }
  const { way } = asked
  const charge = methodOf(asked)
  const attempt = await insertAttempt(req, {
    gatewayOrderId: gatewayOrderIdOf(transaction.invoiceNumber, number),
    transactionId: transaction.id,
    number,
    kind: way.kind,
    method: charge.method,
    channel: charge.channel,
    amount: transaction.amount,
  })
  return { kind: 'ask', transaction, attempt }
}

/** A first checkout: priced, numbered, held. @throws {ApiError} what `quote` refuses */
const begin = async (req: PayloadRequest, asked: Asked): Promise<Step> => {
  const { payable, user, item } = asked
  const quote = await quoteFor(req, asked)
  const transaction = await req.payload.create({
    collection: 'transactions',
    data: {
      ...priceOf(quote),
      // Set by the server, whatever stands here.
      id: '',
      invoiceNumber: await drawInvoiceNumber(req, payable.type),
      type: payable.type,
      itemId: item.id,
      user,
      paymentMethod: methodOf(asked).method,
      channel: methodOf(asked).channel,
      status: 'PENDING',
      expiresAt: expiryOf(quote).toISOString(),
    },
    depth: 0,
    req,
    overrideAccess: true,
  })
  await payable.hold?.({ req, transaction })
  return ask(req, transaction, asked, 1)
}

/** The same transaction, priced anew: with another coupon. @throws {ApiError} what `quote` refuses */
const priceAnew = async (req: PayloadRequest, asked: Asked, id: string): Promise<Transaction> => {
  const { payable } = asked
  await payable.release({ req, transaction: await existingTransaction(req, id) })
  const quote = await quoteFor(req, asked)
  const transaction = await changeTransaction(req, id, priceOf(quote), { cause: 'checkout' })
  await payable.hold?.({ req, transaction })
  return transaction
}

const upper = (code: string | null | undefined): string => (code ?? '').trim().toUpperCase()

const hasSameCoupon = ({ couponCode }: LockedTransaction, { item }: Asked): boolean =>
  upper(couponCode) === upper(item.couponCode)

const isSameWay = (attempt: Attempt, { way, isAnyChannel }: Asked): boolean => {
  if (way.kind !== attempt.kind) return false
  if (way.kind === 'page') return true
  return way.method === attempt.method && (isAnyChannel || way.channel === attempt.channel)
}

/**
 * Finds out, or does, what comes next, in one database transaction. Two checkouts of one user for one
 * item queue here.
 * @throws {ApiError} what `quote` refuses
 */
export const prepareCheckout = async (req: PayloadRequest, asked: Asked): Promise<Step> => {
  const { payable, user, item } = asked
  const key = { type: payable.type, id: item.id }
  await lockCheckout(req, user, key)
  const pending = await lockPending(req, user, key)
  if (!pending) return begin(req, asked)
  const attempts = await attemptsOf(req, pending.id)
  const live = attempts.find(({ state }) => (LIVE_STATES as readonly string[]).includes(state))
  if (live?.isLeased) return { kind: 'wait' }
  if (pending.isOver) return { kind: 'expire', transactionId: pending.id }
  await payable.recheck?.({ req, user, item })
  const keepsPrice = hasSameCoupon(pending, asked)
  if (live?.state === 'open' && keepsPrice && isSameWay(live, asked)) {
    return { kind: 'ready', transaction: await existingTransaction(req, pending.id) }
  }
  if (live) {
    return { kind: 'replace', attempt: live, transactionId: pending.id, needsQuote: !keepsPrice }
  }
  const transaction = keepsPrice
    ? await existingTransaction(req, pending.id)
    : await priceAnew(req, asked, pending.id)
  return ask(req, transaction, asked, attempts.length + 1)
}

/** Whether another coupon would do; nothing of it stays. @throws {ApiError} what `quote` refuses */
export const rehearsePrice = async (
  req: PayloadRequest,
  { payable, user, item }: Asked,
  id: string,
): Promise<void> => {
  await payable.release({ req, transaction: await existingTransaction(req, id) })
  await payable.quote({ req, user, item })
}
