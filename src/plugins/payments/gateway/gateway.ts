import type { PaymentMethod } from '../contract'

/**
 * The payment gateway as this house speaks to it. Amounts are whole rupiah, times `Date`s. The one
 * implementation is on `midtrans-client` (references: Midtrans), against Midtrans or its simulator.
 */

/** What the gateway says of an attempt; the words are Midtrans's. */
export const GATEWAY_STATUSES = [
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
export type GatewayStatus = (typeof GATEWAY_STATUSES)[number]

/** The state of an attempt, as `GET /v2/{id}/status` tells it. */
export type GatewayState = {
  gatewayOrderId: string
  /** The gateway's own id of the transaction. */
  gatewayId: string | null
  status: GatewayStatus
  fraudStatus: 'accept' | 'challenge' | 'deny' | null
  amount: number
  currency: string
  /** As the gateway names it: `bank_transfer`, `qris` … */
  paymentType: string | null
  /** The method and the channel of ours that this is; null when it is none of ours. */
  method: PaymentMethod | null
  channel: string | null
  /** What the payer needs (VA number …), in the contract's words. */
  details: Record<string, unknown>
  /** Σ of what was refunded. */
  refundedAmount: number
  refunds: { key: string; amount: number }[]
  settledAt: Date | null
  expiresAt: Date | null
}

export type ChargeLine = { id: string; name: string; price: number; quantity: number }

export type NewCharge = {
  /** The attempt: `INV-CRS-2026-0042`, `…~2` (contracts/README, "checkout"). */
  gatewayOrderId: string
  amount: number
  lines: ChargeLine[]
  customer: { name: string; email: string | null; phone: string | null }
  expiresAt: Date
}

/** A charge with a VA number, QR string or deeplink of its own (Core API). */
export type Charged = { state: GatewayState; details: Record<string, unknown> }

/** A hosted page (Snap). */
export type HostedPage = { token: string; redirectUrl: string }

/**
 * What went wrong, so that callers decide by it: `refused` it is certain that nothing happened there;
 * `away` it was not reached, so nothing happened; `unknown` it may have happened (time-out, 5xx,
 * malformed answer): ask the status.
 */
export type GatewayFailure = 'refused' | 'away' | 'unknown'

/** Carries no key and no raw answer: it is safe to log. */
export class GatewayError extends Error {
  constructor(
    readonly failure: GatewayFailure,
    message: string,
    /** The HTTP or body status code, where one was answered. */
    readonly code: number | null = null,
  ) {
    super(message)
    this.name = 'GatewayError'
  }
}

const NOT_HEARD: readonly (number | null)[] = [401, 403, 429]

/**
 * Whether the gateway did not even look at what was asked (not reached; wrong key; too many requests): that
 * says nothing of an earlier try, which may have been heard.
 */
export const isUnheard = ({ failure, code }: GatewayError): boolean =>
  failure === 'away' || (failure === 'refused' && NOT_HEARD.includes(code))

/** All calls reject with {GatewayError}, and with a plain Error for an id that cannot be one. */
export type Gateway = {
  /** Charges by one method; a repetition after an unknown outcome charges once. */
  charge: (charge: NewCharge & { method: PaymentMethod; channel: string }) => Promise<Charged>
  /** Makes a hosted page that offers these channels of ours. */
  createPage: (
    charge: NewCharge & { channels: readonly string[]; finishUrl: string },
  ) => Promise<HostedPage>
  /** null: the gateway does not know it (normal for a page on which no method was chosen). */
  status: (gatewayOrderId: string) => Promise<GatewayState | null>
  /** Resolves with the state afterwards, whatever it is: one that was paid meanwhile is not cancelled. */
  cancel: (gatewayOrderId: string) => Promise<GatewayState | null>
  /** As `cancel`. */
  expire: (gatewayOrderId: string) => Promise<GatewayState | null>
  /** With our stable key: a repetition refunds once. */
  refund: (
    gatewayOrderId: string,
    refund: { key: string; amount: number; reason: string },
  ) => Promise<GatewayState>
  /** A challenged card payment is accepted or refused. */
  approve: (gatewayOrderId: string) => Promise<GatewayState>
  deny: (gatewayOrderId: string) => Promise<GatewayState>
  /** Whether a notification was signed with our key; timing-safe, and never throws. */
  isSigned: (notification: unknown) => boolean
}
