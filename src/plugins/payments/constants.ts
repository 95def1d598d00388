/** Words of the desk's money that browser and server share. */

import type { PaymentMethod } from './contract'

export const ENTRY_KINDS = ['payment', 'refund', 'pay-in', 'pay-out'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What a cashier writes by hand: cash that is put into the drawer, or taken out of it. */
export const DRAWER_KINDS = ['pay-in', 'pay-out'] as const

export const REASON_MAX = 500

/** The event that tells a user of a change in a shift of theirs, with its id. */
export const SHIFT_CHANGED = 'shift-changed'

/** The room of those who may read every transaction, and its event: one has changed, with its id. */
export const PAYMENTS_ROOM = 'payments'
export const PAYMENTS_CHANGED = 'payments-changed'

/** The channels of the methods, in the order in which they are offered; the first is the default. */
export const CHANNELS_OF = {
  BANK_TRANSFER: ['bsi', 'bni', 'bca', 'bri', 'mandiri', 'permata', 'cimb'],
  VIRTUAL_ACCOUNT: ['bsi', 'bni', 'bca', 'bri', 'mandiri', 'permata', 'cimb'],
  E_WALLET: ['gopay', 'shopeepay'],
  QRIS: ['qris'],
} as const satisfies Record<PaymentMethod, readonly string[]>

export const CHANNELS = [
  'bsi',
  'bni',
  'bca',
  'bri',
  'mandiri',
  'permata',
  'cimb',
  'gopay',
  'shopeepay',
  'qris',
] as const
export type Channel = (typeof CHANNELS)[number]

export const CHANNEL_NAMES: Record<Channel, string> = {
  bsi: 'Bank Syariah Indonesia',
  bni: 'Bank BNI',
  bca: 'Bank BCA',
  bri: 'Bank BRI',
  mandiri: 'Bank Mandiri',
  permata: 'Bank Permata',
  cimb: 'Bank CIMB Niaga',
  gopay: 'GoPay',
  shopeepay: 'ShopeePay',
  qris: 'QRIS',
}

/** What becomes of money that comes late: given what it pays for where that can be, or sent back. */
export const LATE_MONEY = ['apply', 'refund'] as const
export type LateMoney = (typeof LATE_MONEY)[number]

/** The event that tells a payer of a change of a transaction of theirs, with its id. */
export const PAYMENT_UPDATED = 'payment_updated'

/** What happens in the life of a transaction (`transaction_events.kind`). */
export type TransactionEvent =
  | 'created'
  | 'priced'
  | 'attempt'
  | 'attempt-failed'
  | 'attempt-ended'
  | 'notified'
  | 'settled'
  | 'failed'
  | 'expired'
  | 'flagged'
  | 'refund-due'
  | 'partially-refunded'
  | 'refunded'
  | 'refund-refused'
  | 'approved'
  | 'denied'
  | 'disputed'
  | 'synced'
