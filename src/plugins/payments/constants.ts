/** Words of the desk's money that browser and server share. */

export const ENTRY_KINDS = ['payment', 'refund', 'pay-in', 'pay-out'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What a cashier writes by hand: cash that is put into the drawer, or taken out of it. */
export const DRAWER_KINDS = ['pay-in', 'pay-out'] as const

export const REASON_MAX = 500

/** The event that tells a user of a change in a shift of theirs, with its id. */
export const SHIFT_CHANGED = 'shift-changed'
