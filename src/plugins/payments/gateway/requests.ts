import type { PaymentMethod } from '../contract'
import type { ChargeLine, NewCharge } from './gateway'
import { enabledPayments, paymentOf } from './methods'

const ITEM_MAX = 50
/** What the strictest of the banks takes: BCA's names, BNI's phones. */
const CUSTOMER_MAX = 30
const EMAIL_MAX = 255
const MINUTE = 60_000
const GMT7 = 7 * 60 * MINUTE
/** A hosted page lives a week at most. */
const PAGE_MAX_MINUTES = 7 * 24 * 60

/** Not in the middle of a character that takes two. */
const cut = (text: string, max: number): string =>
  text.slice(0, max).replace(/[\uD800-\uDBFF]$/u, '')

const itemOf = ({ id, name, price, quantity }: ChargeLine) => ({
  id: cut(id, ITEM_MAX),
  name: cut(name.trim(), ITEM_MAX) || '-',
  price,
  quantity,
})

const totalOf = (lines: readonly ChargeLine[]): number =>
  lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)

/** The lines' sum must be the amount: what is missing to it is the discount. */
const itemsOf = ({ amount, lines }: NewCharge) => {
  const discount = totalOf(lines) - amount
  if (discount < 0) throw new Error(`The lines are ${-discount} short of the amount`)
  const discountLine = { id: 'DISKON', name: 'Diskon', price: -discount, quantity: 1 }
  return [...lines, ...(discount > 0 ? [discountLine] : [])].map(itemOf)
}

/** Banks refuse phones that do not begin so; a charge does without rather than fail. */
const phoneOf = (phone: string | null): { phone?: string } => {
  const digits = (phone ?? '').replace(/[^\d+]/g, '').replace(/^62/, '+62')
  return /^(?:\+62|0)\d{5,25}$/.test(digits) ? { phone: digits } : {}
}

const customerOf = ({ name, email, phone }: NewCharge['customer']) => ({
  first_name: cut(name.trim(), CUSTOMER_MAX) || 'Pelanggan',
  ...(email && email.length <= EMAIL_MAX ? { email } : {}),
  ...phoneOf(phone),
})

const baseOf = (charge: NewCharge) => {
  if (!Number.isSafeInteger(charge.amount) || charge.amount <= 0) {
    throw new Error(`No amount that can be charged: ${charge.amount}`)
  }
  return {
    transaction_details: { order_id: charge.gatewayOrderId, gross_amount: charge.amount },
    item_details: itemsOf(charge),
    customer_details: customerOf(charge.customer),
  }
}

/** Rounded down: the charge does not outlive what is paid for. */
const minutesUntil = (end: Date, now: Date): number =>
  Math.max(1, Math.floor((end.getTime() - now.getTime()) / MINUTE))

/** `yyyy-MM-dd HH:mm:ss +0700`. */
const gmt7 = (date: Date): string =>
  `${new Date(date.getTime() + GMT7).toISOString().slice(0, 19).replace('T', ' ')} +0700`

export const chargeBody = (
  charge: NewCharge & { method: PaymentMethod; channel: string },
  now: Date,
) => ({
  ...paymentOf(charge.method, charge.channel),
  ...baseOf(charge),
  custom_expiry: { expiry_duration: minutesUntil(charge.expiresAt, now), unit: 'minute' },
})

export const pageBody = (
  charge: NewCharge & { channels: readonly string[]; finishUrl: string },
  now: Date,
) => {
  const duration = Math.min(minutesUntil(charge.expiresAt, now), PAGE_MAX_MINUTES)
  return {
    ...baseOf(charge),
    enabled_payments: enabledPayments(charge.channels),
    // With a start, or the clock would only start when a method is picked.
    expiry: { start_time: gmt7(now), unit: 'minutes', duration },
    page_expiry: { unit: 'minutes', duration },
    callbacks: { finish: charge.finishUrl },
  }
}
