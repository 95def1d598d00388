/** Words of the pharmacy that browser and server share. */

export const DRUG_CLASSES = ['bebas', 'bebas-terbatas', 'keras'] as const

export const MOVEMENT_KINDS = [
  'opening',
  'receipt',
  'sale',
  'cancellation',
  'adjustment',
  'write-off',
] as const
export type MovementKind = (typeof MOVEMENT_KINDS)[number]

export const ORDER_STATUSES = ['pending', 'completed', 'cancelled'] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]

export const PAYMENT_STATUSES = ['pending', 'paid'] as const
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number]

export const PAYMENT_METHODS = ['cash', 'bank_transfer', 'qris', 'cod'] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

/** How a sale at the counter is paid. */
export const COUNTER_METHODS = ['cash', 'qris'] as const satisfies readonly PaymentMethod[]

/** How sales are told apart: as the desk took the money, or online, where nobody did. */
export const SALES_METHODS = ['cash', 'qris', 'bank_transfer', 'online'] as const
export type SalesMethod = (typeof SALES_METHODS)[number]

export const QUANTITY_MAX = 10_000
export const LINES_MAX = 100
/** Open unpaid orders that a patient may have (contracts/README, "apotek"). */
export const OPEN_ORDERS_MAX = 20

/**
 * What waits for the desk: payments to confirm, cash to collect, paid goods to hand over; `all` is every
 * order, in whatever state.
 */
export const DESK_KINDS = ['payments', 'cash', 'handover', 'all'] as const
export type DeskKind = (typeof DESK_KINDS)[number]

/** Where the desk hears of orders, and what it hears: `{ id }` of an order that is new or has changed. */
export const DESK_ROOM = 'desk'
export const ORDERS_CHANGED = 'orders-changed'

/** Characters of a dose, and of a note to it. */
export const DOSE_MAX = 500
/** Lines of a prescription, and how many of the clinic's days it is valid after the day of its issue. */
export const PRESCRIBED_LINES_MAX = 20
export const PRESCRIPTION_VALID_DAYS = 30
