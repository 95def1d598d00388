/** What the simulator holds. Amounts are whole rupiah, times milliseconds since 1970. */

export const STATUSES = [
  'pending',
  'authorize',
  'capture',
  'settlement',
  'deny',
  'failure',
  'cancel',
  'expire',
  'refund',
  'partial_refund',
  'chargeback',
  'partial_chargeback',
] as const
export type Status = (typeof STATUSES)[number]

export type FraudStatus = 'accept' | 'challenge' | 'deny'

type Refund = { key: string; amount: number; reason: string; at: number }

/** A payment by one method. */
export type Charge = {
  transactionId: string
  paymentType: string
  status: Status
  fraudStatus: FraudStatus | null
  amount: number
  at: number
  settledAt: number | null
  expiresAt: number
  /** What the method adds to answers and notices: VA numbers, issuer … */
  extras: Record<string, unknown>
  refunds: Refund[]
}

/** A notification: what it said when it was written, and what became of it. */
export type Notice = {
  id: string
  body: Record<string, unknown>
  /** HTTP codes; null for no answer. */
  answers: (number | null)[]
  /** When it is sent (again); null when that is over. */
  dueAt: number | null
}

/** How long a payment may take: from `start`, or from when the method is chosen. */
export type Expiry = { start: number | null; ms: number }

export type Item = { id: string; name: string; price: number; quantity: number }

export type Order = {
  orderId: string
  kind: 'snap' | 'core'
  amount: number
  items: Item[]
  customer: string
  createdAt: number
  expiry: Expiry
  /** Snap: the pages of this order, the newest last. */
  tokens: string[]
  enabled: string[]
  finishUrl: string | null
  pageExpiresAt: number | null
  /** null: no method was chosen yet. */
  charge: Charge | null
  notices: Notice[]
}
