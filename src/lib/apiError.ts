import { APIError } from 'payload'

/** Laravel's shape: the field's path → what is wrong with it (contracts/README, "For all"). */
export type FieldErrors = Record<string, string[]>

type Details = { errors?: FieldErrors; retryAfterSeconds?: number; extra?: Record<string, unknown> }

/**
 * What a client should read: a status, a stable message, and optionally the fields at fault. Thrown by
 * operations and hooks; the generated REST and GraphQL show it in Payload's shape, contract endpoints
 * in their own.
 */
export class ApiError extends APIError<Details | null> {
  readonly details: Details

  constructor(status: number, message: string, details: Details = {}) {
    super(message, status, Object.keys(details).length > 0 ? details : null, true)
    this.details = details
  }
}
