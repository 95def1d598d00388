import type { Shift } from '@/payload-types'

type MethodSums = { payments: number; taken: number; returned: number }

/** What a shift has taken so far, in whole rupiah. */
export type ShiftSums = {
  cash: MethodSums & { paidIn: number; paidOut: number }
  qris: MethodSums
  transfer: MethodSums
}

/** The open shift of whoever asks, and what it has taken so far. */
export type Mine = { shift: Shift | null; sums: ShiftSums | null }
