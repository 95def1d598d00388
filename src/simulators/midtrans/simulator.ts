import { randomUUID } from 'node:crypto'

import type { Book } from './book'
import { LONGEST_TIMER } from './clock'
import { assertRefundable, extrasOf } from './methods'
import type { Notifier } from './notifier'
import { presentNotice } from './present'
import { cannotModify, notFound, Refusal } from './refusal'
import type { Change, parseCharge, parsePage, parseRefund } from './schemas'
import type { Charge, Expiry, FraudStatus, Order, Status } from './types'

type Options = { book: Book; notifier: Notifier; serverKey: string }

/** Of an order, beside those that are still to be answered. */
const NOTICES_KEPT = 100

const endOf = ({ start, ms }: Expiry, now: number): number => (start ?? now) + ms

const refundedOf = ({ refunds }: Charge): number =>
  refunds.reduce((sum, { amount }) => sum + amount, 0)

/** What Midtrans does: orders, their payments, and the notifications about them. */
export const createSimulator = ({ book, notifier, serverKey }: Options) => {
  const timers = new Set<NodeJS.Timeout>()

  const tell = (order: Order, charge: Charge, times = 1, delayMs = 0): void => {
    const body = presentNotice(order, charge, serverKey)
    const notices = Array.from({ length: times }, () => notifier.create(body, delayMs))
    const old = order.notices.filter(
      ({ dueAt }, index) => dueAt !== null || index >= order.notices.length - NOTICES_KEPT,
    )
    order.notices = [...old, ...notices]
    book.save(order)
    for (const notice of notices) notifier.resume(order.orderId, notice)
  }

  const turn = (order: Order, charge: Charge, status: Status, fraud?: FraudStatus): Charge => {
    charge.status = status
    if (fraud) charge.fraudStatus = fraud
    if (status === 'settlement') charge.settledAt ??= Date.now()
    tell(order, charge)
    return charge
  }

  /** Its own clock: what is looked at after its end has expired. */
  const current = (order: Order): Order => {
    const { charge } = order
    if (charge?.status === 'pending' && charge.expiresAt <= Date.now()) {
      turn(order, charge, 'expire')
    }
    return order
  }

  const watch = (order: Order): void => {
    if (order.charge?.status !== 'pending') return
    const delay = Math.min(LONGEST_TIMER, Math.max(0, order.charge.expiresAt - Date.now()))
    const timer = setTimeout(() => {
      timers.delete(timer)
      current(order)
      watch(order)
    }, delay)
    timers.add(timer.unref())
  }

  /** @throws {Refusal} 404 */
  const find = (id: string): Order => {
    const order = book.byId(id) ?? book.byTransaction(id)
    if (!order) throw notFound()
    return current(order)
  }

  /** @throws {Refusal} 404, also before a method was chosen */
  const findCharge = (id: string): { order: Order; charge: Charge } => {
    const order = find(id)
    if (!order.charge) throw notFound()
    return { order, charge: order.charge }
  }

  const open = (order: Order, paymentType: string, bank: string | undefined): Charge => {
    const now = Date.now()
    const charge: Charge = {
      transactionId: randomUUID(),
      paymentType,
      status: 'pending',
      fraudStatus: 'accept',
      amount: order.amount,
      at: now,
      settledAt: null,
      expiresAt: endOf(order.expiry, now),
      extras: extrasOf(paymentType, bank, order),
      refunds: [],
    }
    order.charge = charge
    return charge
  }

  const createPage = (asked: ReturnType<typeof parsePage>): { token: string } => {
    const { pageMs, ...rest } = asked
    const existing = book.byId(asked.orderId)
    if (existing?.charge) {
      throw new Refusal(400, ['transaction_details.order_id sudah digunakan'])
    }
    const token = randomUUID()
    const now = Date.now()
    book.save({
      ...rest,
      kind: 'snap',
      createdAt: now,
      tokens: [...(existing?.tokens ?? []), token],
      pageExpiresAt: now + pageMs,
      charge: null,
      notices: [],
    })
    return { token }
  }

  const charge = (asked: ReturnType<typeof parseCharge>) => {
    const { paymentType, bank, ...rest } = asked
    if (book.byId(asked.orderId)) {
      throw new Refusal(406, [
        'The request could not be completed due to a conflict with the current state of the target resource, please try again',
      ])
    }
    const order: Order = {
      ...rest,
      kind: 'core',
      createdAt: Date.now(),
      tokens: [],
      enabled: [],
      finishUrl: null,
      pageExpiresAt: null,
      charge: null,
      notices: [],
    }
    const made = open(order, paymentType, bank)
    tell(order, made)
    watch(order)
    return { order, charge: made }
  }

  /** A method is chosen on the hosted page: the first one, another one, or one after a refusal. */
  const choose = (order: Order, paymentType: string, bank?: string): void => {
    const status = order.charge?.status ?? 'pending'
    if (status !== 'pending' && status !== 'deny') throw cannotModify()
    const now = Date.now()
    if ((order.pageExpiresAt ?? Infinity) <= now || endOf(order.expiry, now) <= now) {
      throw cannotModify()
    }
    tell(order, open(order, paymentType, bank))
    watch(order)
  }

  const ending =
    (status: Status, from: Status[]) =>
    (id: string): { order: Order; charge: Charge } => {
      const { order, charge: held } = findCharge(id)
      if (!from.includes(held.status)) throw cannotModify()
      turn(order, held, status)
      return { order, charge: held }
    }

  const reviewing =
    (status: Status, fraud: FraudStatus) =>
    (id: string): { order: Order; charge: Charge } => {
      const { order, charge: held } = findCharge(id)
      if (held.status !== 'capture' || held.fraudStatus !== 'challenge') throw cannotModify()
      turn(order, held, status, fraud)
      return { order, charge: held }
    }

  const refund = (id: string, asked: ReturnType<typeof parseRefund>) => {
    const { order, charge: held } = findCharge(id)
    const key = asked.refund_key ?? randomUUID()
    if (held.refunds.some((made) => made.key === key)) {
      throw new Refusal(406, ['Refund key has been used'])
    }
    if (held.status !== 'settlement' && held.status !== 'partial_refund') throw cannotModify()
    const left = held.amount - refundedOf(held)
    const amount = asked.amount ?? left
    if (amount > left) throw new Refusal(414, ['Refund amount exceeds the remaining amount'])
    assertRefundable(held, amount < held.amount)
    held.refunds.push({ key, amount, reason: asked.reason, at: Date.now() })
    turn(order, held, amount === left ? 'refund' : 'partial_refund')
    return { order, charge: held, key, amount }
  }

  const noteRefund = (held: Charge, change: Change): void => {
    const left = held.amount - refundedOf(held)
    const whole = change.transaction_status === 'refund' ? left : Math.floor(left / 2)
    const amount = change.refund_amount ?? whole
    const key = change.refund_key ?? randomUUID()
    if (amount > 0) held.refunds.push({ key, amount, reason: 'simulator', at: Date.now() })
  }

  /** The other side's word, whatever came before: what the control route is for. */
  const change = (id: string, asked: Change): Order => {
    const order = find(id)
    const { transaction_status: status, payment_type, bank } = asked
    const isOther = payment_type !== undefined && payment_type !== order.charge?.paymentType
    const held =
      order.charge && !isOther
        ? order.charge
        : open(order, payment_type ?? 'bank_transfer', bank ?? 'bni')
    if (status === 'refund' || status === 'partial_refund') noteRefund(held, asked)
    if (asked.gross_amount !== undefined) held.amount = asked.gross_amount
    if (asked.fraud_status) held.fraudStatus = asked.fraud_status
    if (status === 'settlement') held.settledAt ??= Date.now()
    held.status = status
    tell(order, held, asked.notify ?? 1, asked.delay_ms ?? 0)
    watch(order)
    return order
  }

  for (const order of book.all()) {
    watch(order)
    for (const notice of order.notices) notifier.resume(order.orderId, notice)
  }

  return {
    createPage,
    charge,
    choose,
    find,
    findCharge,
    byToken: (token: string): Order => {
      const order = book.byToken(token)
      if (!order) throw notFound()
      return current(order)
    },
    all: (): Order[] => book.all().map(current),
    cancel: ending('cancel', ['pending', 'authorize', 'capture']),
    expire: ending('expire', ['pending']),
    approve: reviewing('capture', 'accept'),
    deny: reviewing('deny', 'deny'),
    refund,
    change,
    stop: (): void => {
      for (const timer of timers) clearTimeout(timer)
      timers.clear()
    },
  }
}

export type Simulator = ReturnType<typeof createSimulator>
