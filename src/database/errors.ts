import { APIError } from 'payload'

/** COMMIT failed, or Postgres answered it with ROLLBACK: nothing of the transaction exists. */
export class CommitFailedError extends Error {
  override name = 'CommitFailedError'
}

/** Somebody ended the transaction before its owner did; what the owner wrote is gone. */
export class TransactionGoneError extends Error {
  override name = 'TransactionGoneError'
  constructor() {
    super('The transaction was rolled back before it could be committed.')
  }
}

const MAX_CAUSES = 8

/**
 * The SQLSTATE behind an error, however deeply drizzle or Payload wrapped it.
 * @returns five characters (PostgreSQL documentation, appendix A), or null
 */
export const sqlState = (error: unknown): string | null => {
  let current = error
  for (let depth = 0; depth < MAX_CAUSES && current instanceof Error; depth += 1) {
    const { code } = current as { code?: unknown }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
    current = current.cause
  }
  return null
}

/** The name of the constraint that refused a statement, or null. */
export const violatedConstraint = (error: unknown): string | null => {
  let current = error
  for (let depth = 0; depth < MAX_CAUSES && current instanceof Error; depth += 1) {
    const { constraint } = current as { constraint?: unknown }
    if (typeof constraint === 'string') return constraint
    current = current.cause
  }
  return null
}

const RETRYABLE = new Set(['40P01', '40001'])

/** A deadlock or a serialization failure: the same transaction may succeed when tried again. */
export const isRetryable = (error: unknown): boolean => RETRYABLE.has(sqlState(error) ?? '')

/** What pg says when no connection is free in time, or the one that was used is gone; it has no code. */
const UNREACHABLE =
  /timeout exceeded when trying to connect|Connection terminated|is not queryable|ECONNREFUSED/

const isUnreachable = (error: unknown): boolean => {
  let current = error
  for (let depth = 0; depth < MAX_CAUSES && current instanceof Error; depth += 1) {
    if (UNREACHABLE.test(current.message)) return true
    current = current.cause
  }
  return false
}

const BUSY = new Set([...RETRYABLE, '55P03', '57014', '53300', '57P01', '57P03'])

/**
 * What a client should be told of a database error that it, or load, caused.
 * @returns null when the error is a defect of ours and must stay a 500
 */
export const publicDatabaseError = (error: unknown): APIError | null => {
  const state = sqlState(error)
  if (BUSY.has(state ?? '') || isUnreachable(error)) {
    return new APIError('Server sedang sibuk, silakan coba lagi.', 503)
  }
  if (!state) return null
  if (state === '23503') return new APIError('Data ini masih dipakai oleh data lain.', 409)
  if (state === '23505') return new APIError('Data yang sama sudah ada.', 409)
  if (state.startsWith('22')) return new APIError('Nilai yang dikirim tidak valid.', 400)
  if (state.startsWith('23')) return new APIError('Nilai yang dikirim tidak diizinkan.', 400)
  return null
}
