/** Words of the desk's money that browser and server share. */

export const ENTRY_KINDS = ['payment', 'refund', 'pay-in', 'pay-out'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What a cashier writes by hand: cash that is put into the drawer, or taken out of it. */
export const DRAWER_KINDS = ['pay-in', 'pay-out'] as const

export const REASON_MAX = 500
