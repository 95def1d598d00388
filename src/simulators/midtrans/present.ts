import { createHash } from 'node:crypto'

import { toGmt7 } from './clock'
import { actionsOf, lastingExtras } from './methods'
import type { Charge, Order, Status } from './types'

/** `"200000.00"`. */
const rupiah = (amount: number): string => `${amount}.00`

const MERCHANT = 'G000000000'

const NOTICE_CODES: Partial<Record<Status, string>> = {
  pending: '201',
  authorize: '201',
  deny: '202',
  failure: '202',
  cancel: '202',
  expire: '202',
}

const codeOf = ({ status, fraudStatus }: Charge): string =>
  status === 'capture' && fraudStatus === 'challenge' ? '201' : (NOTICE_CODES[status] ?? '200')

/** Over the strings as they are sent. */
const signature = (orderId: string, code: string, amount: string, serverKey: string): string =>
  createHash('sha512').update(`${orderId}${code}${amount}${serverKey}`).digest('hex')

const refundsOf = ({ refunds, transactionId }: Charge): Record<string, unknown> => {
  if (refunds.length === 0) return {}
  return {
    refund_amount: rupiah(refunds.reduce((sum, { amount }) => sum + amount, 0)),
    refunds: refunds.map(({ key, amount, reason, at }, index) => ({
      refund_chargeback_id: index + 1,
      refund_chargeback_uuid: `${transactionId}-${index + 1}`,
      refund_amount: rupiah(amount),
      refund_key: key,
      reason,
      created_at: toGmt7(at),
      refund_method: 'online-refund',
    })),
  }
}

const commonOf = (order: Order, charge: Charge): Record<string, unknown> => ({
  transaction_time: toGmt7(charge.at),
  transaction_status: charge.status,
  transaction_id: charge.transactionId,
  ...(charge.settledAt === null || charge.status === 'capture'
    ? {}
    : { settlement_time: toGmt7(charge.settledAt) }),
  payment_type: charge.paymentType,
  order_id: order.orderId,
  merchant_id: MERCHANT,
  gross_amount: rupiah(charge.amount),
  ...(charge.fraudStatus === null || charge.paymentType === 'cstore'
    ? {}
    : { fraud_status: charge.fraudStatus }),
  currency: 'IDR',
})

export const presentNotice = (
  order: Order,
  charge: Charge,
  serverKey: string,
): Record<string, unknown> => {
  const status_code = codeOf(charge)
  return {
    ...commonOf(order, charge),
    ...lastingExtras(charge),
    ...refundsOf(charge),
    status_message: 'midtrans payment notification',
    status_code,
    signature_key: signature(order.orderId, status_code, rupiah(charge.amount), serverKey),
    expiry_time: toGmt7(charge.expiresAt),
  }
}

/** One state is told by a code that looks like an error. */
export const statusCodeOf = (charge: Charge): string => {
  if (charge.status === 'expire') return '407'
  return charge.status === 'cancel' ? '200' : codeOf(charge)
}

/** As the status, and every call that changes it, answers. */
export const presentStatus = (
  order: Order,
  charge: Charge,
  serverKey: string,
): Record<string, unknown> => ({
  ...presentNotice(order, charge, serverKey),
  status_code: statusCodeOf(charge),
  status_message: 'Success, transaction is found',
})

/** As a charge is answered: with what the payer needs. */
export const presentCharge = (
  order: Order,
  charge: Charge,
  baseUrl: string,
): Record<string, unknown> => ({
  ...commonOf(order, charge),
  ...charge.extras,
  ...actionsOf(charge, order.orderId, baseUrl),
  status_code: codeOf(charge),
  status_message: `Success, ${charge.paymentType} transaction is created`,
  expiry_time: toGmt7(charge.expiresAt),
})

/** What `GET /simulator` tells of an order. */
export const presentOrder = (order: Order, baseUrl: string): Record<string, unknown> => {
  const { charge, tokens } = order
  const token = tokens.at(-1) ?? null
  return {
    order_id: order.orderId,
    kind: order.kind,
    gross_amount: charge?.amount ?? order.amount,
    customer: order.customer,
    created_at: new Date(order.createdAt).toISOString(),
    transaction_status: charge?.status ?? null,
    fraud_status: charge?.fraudStatus ?? null,
    payment_type: charge?.paymentType ?? null,
    transaction_id: charge?.transactionId ?? null,
    expires_at: charge ? new Date(charge.expiresAt).toISOString() : null,
    ...charge?.extras,
    refunds: charge?.refunds ?? [],
    token,
    pay_url: token
      ? `${baseUrl}/snap/v4/redirection/${token}`
      : `${baseUrl}/simulator/pay/${order.orderId}`,
    notifications: order.notices.map(({ body, answers, dueAt }) => ({
      transaction_status: body.transaction_status,
      answers,
      due_at: dueAt === null ? null : new Date(dueAt).toISOString(),
    })),
  }
}
