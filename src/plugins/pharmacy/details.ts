import { ApiError } from '@/lib/apiError'

export type PaymentDetails = Record<string, unknown>

const DETAILS_MAX_BYTES = 4096

/** Keys that the server alone writes into what a contract shows as `payment_details`. */
const RESERVED = /^(proof_|rejected_)/

const isPlainObject = (value: unknown): value is PaymentDetails =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Payload's validation of the `paymentDetails` field. */
export const checkDetails = (value: unknown): string | true => {
  if (value === null || value === undefined) return true
  if (!isPlainObject(value)) return 'Rincian pembayaran harus berupa objek.'
  if (JSON.stringify(value).length > DETAILS_MAX_BYTES) return 'Rincian pembayaran terlalu panjang.'
  return true
}

/** What a client says about its payment, without the keys that are not its own. */
export const cleanDetails = (details: unknown): PaymentDetails | null => {
  if (!isPlainObject(details)) return null
  const kept = Object.entries(details).filter(([name]) => !RESERVED.test(name))
  return kept.length > 0 ? Object.fromEntries(kept) : null
}

/**
 * Later details win, key by key; nothing that was said before is lost.
 * @throws {ApiError} 422 when they have become too many
 */
export const mergeDetails = (before: unknown, added: unknown): PaymentDetails | null => {
  const merged = { ...cleanDetails(before), ...cleanDetails(added) }
  const fault = checkDetails(merged)
  if (fault !== true) throw new ApiError(422, fault, { errors: { payment_details: [fault] } })
  return Object.keys(merged).length > 0 ? merged : null
}
