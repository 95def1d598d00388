/** Rows of a bill, and pieces of one row. */
export const LINES_MAX = 100
export const QUANTITY_MAX = 10_000
export const NAME_MAX = 200
export const NOTES_MAX = 20_000
/** An e-mail or a phone number. */
export const CONTACT_MAX = 255
export const REASON_MAX = 500

/** As people call it: `PMR-0001`. */
export const billNumber = (number: number): string => `PMR-${String(number).padStart(4, '0')}`

/** Where patients see and pay a bill (contracts/README, "clinic"). */
export const billPath = (id: string): string => `/pemeriksaan/${id}`
export const confirmationPath = (id: string): string => `${billPath(id)}/confirmation`

/** Where the desk hears that a bill is there, or stands otherwise. */
export const BILLS_ROOM = 'bills'
export const BILLS_CHANGED = 'bills-changed'
