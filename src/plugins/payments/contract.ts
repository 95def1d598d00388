import type { CollectionSlug, Config, PayloadRequest } from 'payload'

import type { ApiError } from '@/lib/apiError'
import type { Refusal } from '@/lib/contract'
import type { Transaction } from '@/payload-types'

/** What domains may know of `payments`: payables and their checkout, money at the desk, papers. */

/** A thing that can be paid for (architecture, "The payable contract"). */
export const PAYABLE_TYPES = ['course', 'agenda', 'order', 'consultation', 'pemeriksaan'] as const
export type PayableType = (typeof PAYABLE_TYPES)[number]

/** How money is taken at the desk: notes and coins, QRIS at the counter, a transfer that was proven. */
export const CASH_METHODS = ['cash', 'qris', 'bank_transfer'] as const
export type CashMethod = (typeof CASH_METHODS)[number]

/** An item that money is taken for. The title is kept, and outlives the item. */
type Item = { type: PayableType; id: number | string; title: string }

export type Taking = {
  item: Item
  /** Whole rupiah, above 0. */
  amount: number
  method: CashMethod
}

export type Desk = {
  /**
   * Writes that the signed-in user took money, into their open shift (a shift is opened for who has
   * none), in the transaction of `req`. An item is taken for once: a second time is refused by the
   * database.
   */
  take: (req: PayloadRequest, taking: Taking) => Promise<void>
  /** Writes that the money of an item went back, by the signed-in user, in their open shift. */
  giveBack: (req: PayloadRequest, returning: Taking & { reason: string }) => Promise<void>
}

export type PaperLine = {
  name: string
  quantity: number
  unit: string | null
  price: number
  subtotal: number
}

/** How a paper says what became of the money. */
export const PAPER_STATES = {
  unpaid: 'BELUM DIBAYAR',
  paid: 'LUNAS',
  cancelled: 'DIBATALKAN',
  refunded: 'DIKEMBALIKAN',
} as const

/** What stands on a receipt and on an invoice. Amounts are whole rupiah, times ISO 8601. */
export type Paper = {
  type: PayableType
  id: number | string
  /** As people call it: `Order #12`. */
  number: string
  date: string
  customer: { name: string | null; phone: string | null; address: string | null }
  lines: PaperLine[]
  total: number
  /** In words: `Tunai`. */
  method: string | null
  state: keyof typeof PAPER_STATES
  paidAt: string | null
  /** Who confirmed the payment: somebody at the desk, or `Midtrans`. */
  confirmedBy: string | null
  /** Cash that was handed over, and what was given back of it. */
  received: number | null
}

export type PaperSize = '80mm' | 'A4'

export type Papers = {
  /** A receipt of 80 mm, or an invoice on A4, as PDF. */
  render: (req: PayloadRequest, paper: Paper, size: PaperSize) => Promise<Uint8Array>
  /** The public page that says whether a paper is genuine; what the QR code opens. */
  proofUrl: (req: PayloadRequest, paper: Pick<Paper, 'type' | 'id'>) => string
  /** Whether the token of such an address is ours, and the item still exists; for that page. */
  isGenuine: (req: Pick<PayloadRequest, 'payload'>, token: string) => Promise<boolean>
}

/** Whether an item exists. Any text may come as its id. */
export type ItemExists = (req: Pick<PayloadRequest, 'payload'>, id: string) => Promise<boolean>
export type PaperRegister = Partial<Record<PayableType, ItemExists>>

/** Says that a domain's items have papers, in the form that `config.custom` keeps it in. */
export const withPaper = (
  { custom }: Config,
  type: PayableType,
  exists: ItemExists,
): { papers: PaperRegister } => ({
  papers: { ...(custom?.papers as PaperRegister | undefined), [type]: exists },
})

/** How a transaction is paid (checkout.md, "Create Order"). */
export const PAYMENT_METHODS = ['BANK_TRANSFER', 'E_WALLET', 'QRIS', 'VIRTUAL_ACCOUNT'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

export const TRANSACTION_STATUSES = ['PENDING', 'SUCCESS', 'FAILED', 'EXPIRED', 'REFUNDED'] as const
export type TransactionStatus = (typeof TRANSACTION_STATUSES)[number]

/** What an item costs whom, now, read under lock in the transaction of `req`. Whole rupiah. */
export type Quote = {
  title: string
  /** What answers show of the item long after it is gone; plain JSON in the contract's words. */
  snapshot: Record<string, unknown>
  originalAmount: number
  discount: number
  /** originalAmount − discount; 0 is settled at once, without the gateway. */
  amount: number
  coupon: { id: string; code: string } | null
  /** It cannot be paid after this, if this comes before the usual 24 hours. */
  payBy?: Date
}

export type ItemRef = { id: string; couponCode?: string | null }

type QuoteArgs = { req: PayloadRequest; user: number; item: ItemRef }
type Args = { req: PayloadRequest; transaction: Transaction }

/** Whether what was paid for could be given; a reason is shown to admins, beside the refund that is due. */
export type Settled = { isGiven: true } | { isGiven: false; reason: string }

/**
 * A thing that can be paid for (architecture, "The payable contract"). Every function runs in the
 * database transaction of `req`, in which the row of `transactions` is locked, or new.
 */
export type Payable = {
  type: PayableType
  collection: CollectionSlug
  /**
   * Prices the item from the database, locks what limits it (coupon, seat), and refuses what the
   * client should read. @throws {ApiError}
   */
  quote: (args: QuoteArgs) => Promise<Quote>
  /**
   * Refuses a further checkout while an earlier one is pending, once the item cannot be had any more:
   * taken off, or given in another way. What the earlier one holds is no reason. @throws {ApiError}
   */
  recheck?: (args: QuoteArgs) => Promise<void>
  /** Holds what `quote` has locked (coupon use, seat), for the transaction that now exists. */
  hold?: (args: Args) => Promise<void>
  /**
   * Gives what was paid for: enroll, confirm. Runs once, within the change to SUCCESS; also for money
   * that comes after `release`, when it has to take the hold again. Looks before it writes: what cannot
   * be given is an answer, never an exception.
   */
  settle: (args: Args) => Promise<Settled>
  /** Undoes the hold after failure or expiry; safe to call twice. */
  release: (args: Args) => Promise<void>
  /** Takes back what `settle` gave: full refund, chargeback, deny after settlement. Safe to call twice. */
  revoke: (args: Args) => Promise<void>
  /** Reads what `POST /api/payments` carries; null when it does not name such an item. */
  parse?: (body: Record<string, unknown>) => ItemRef | null
  /** What `quote` refuses, for the reference of `POST /api/payments`; needed where there is `parse`. */
  refusals?: readonly Refusal[]
  /** Where the gateway's page sends the browser back to, if not to the page that all have; it proves nothing. */
  finishPath?: (item: ItemRef) => string
  /** Others than the payer may open the gateway's page: it must not show who the payer is. */
  isOpenToOthers?: true
  /** What the answer of `POST /api/payments` adds for such an item: `doctor`. */
  present?: (transaction: Transaction) => Record<string, unknown>
  /** Says that it is paid already: found out when an earlier charge is cancelled. */
  alreadyPaid: () => ApiError
}

/** A charge with details to pay by (Core), or a hosted page (Snap). */
export type Way =
  | { kind: 'charge'; method: PaymentMethod; channel: string | null }
  | { kind: 'page'; finishPath: string }

/** `payment_details` and what stands around it in checkout.md's answers. */
export type PresentedTransaction = {
  id: string
  invoice_number: string
  original_amount: number
  discount: number
  amount: number
  payment_method: PaymentMethod | null
  payment_details: Record<string, unknown> | null
  status: TransactionStatus
  created_at: string
  expires_at: string | null
}

type ItemKey = { type: PayableType; id: number | string }

export type Checkout = {
  /**
   * Asks money of the signed-in user for an item. Never within a database transaction: it calls the
   * gateway. One live charge per user and item: the same way and coupon again is the same transaction,
   * another one replaces the charge.
   * @param order.payer whose transaction it is, where not the signed-in user's: of what may be paid by
   *   whoever has its link
   * @throws {ApiError} what `quote` refuses; 502 when the gateway does not do it
   */
  start: (
    req: PayloadRequest,
    order: { type: PayableType; item: ItemRef; way: Way; payer?: number },
  ) => Promise<Transaction>
  /** The order of checkout.md's "Create Order", without the item. */
  present: (req: PayloadRequest, transaction: Transaction) => Promise<PresentedTransaction>
}

export type Charges = {
  /**
   * Ends every charge that could still be paid for an item. Never within a database transaction: it
   * asks the gateway. One that turns out to be paid is settled instead.
   * @returns whether the item is paid now
   * @throws {ApiError} 502 when the gateway cannot say
   */
  end: (req: PayloadRequest, item: ItemKey) => Promise<{ isPaid: boolean }>
  /** Whether a charge is live, read in the transaction of `req`. */
  isLive: (req: PayloadRequest, item: ItemKey) => Promise<boolean>
  /** What was paid through the gateway goes back: marks the transaction as refund due, with a reason. */
  owe: (req: PayloadRequest, transactionId: string, reason: string) => Promise<void>
}

/** How an item was paid through the gateway, or is being paid now. */
export type OnlinePayment = {
  invoiceNumber: string
  /** As people call it: `GoPay`; null while none is chosen. */
  channel: string | null
  isPaid: boolean
}

/** `status` in the gateway's words (references: Midtrans): `pending`, `settlement`, `expire` … */
type ConfirmedPayment = { itemId: string; status: string }

export type Online = {
  /**
   * The online payments of items of one type, by the item's id as text: the one that was paid, else the
   * one that is under way. Items without any are absent.
   */
  find: (
    req: PayloadRequest,
    type: PayableType,
    ids: readonly (number | string)[],
  ) => Promise<Map<string, OnlinePayment>>
  /**
   * Asks the gateway what became of an attempt, does what it says, and tells what is known then; at most
   * every two seconds for one attempt, over all instances: in between, and while the gateway is away, it
   * tells what is known already. Never within a database transaction.
   * @param type attempts for other things do not exist here
   */
  confirm: (
    req: PayloadRequest,
    type: PayableType,
    gatewayOrderId: string,
  ) => Promise<ConfirmedPayment | null>
}

export type PaymentsContract = {
  checkout: Checkout
  charges: Charges
  online: Online
  desk: Desk
  papers: Papers
}

/** The payments plugin, as domains reach it. */
export const paymentsOf = (req: Pick<PayloadRequest, 'payload'>): PaymentsContract =>
  (req.payload.config.custom as { payments: PaymentsContract }).payments
