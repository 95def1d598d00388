import type { Config, PayloadRequest } from 'payload'

/** What domains may know of `payments`: money at the desk, and the papers about it. */

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
  /** Who confirmed the payment. */
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

export type PaymentsContract = { desk: Desk; papers: Papers }

/** The payments plugin, as domains reach it. */
export const paymentsOf = (req: Pick<PayloadRequest, 'payload'>): PaymentsContract =>
  (req.payload.config.custom as { payments: PaymentsContract }).payments
