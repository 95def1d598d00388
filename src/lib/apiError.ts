import { APIError } from 'payload'

/** Laravel's shape: the field's path → what is wrong with it (contracts/README, "For all"). */
export type FieldErrors = Record<string, string[]>

type Details = { errors?: FieldErrors; retryAfterSeconds?: number; extra?: Record<string, unknown> }

type FieldError = { path: string; message: string }

/** The same in Payload's shape, whose panel shows each at its field: one message per path. */
export const listFieldErrors = (errors: FieldErrors): FieldError[] =>
  Object.entries(errors).map(([path, messages]) => ({ path, message: messages.join(' ') }))

type Data = Omit<Details, 'errors'> & { errors?: FieldError[] }

/**
 * What a client should read: a status, a stable message, and optionally the fields at fault. Thrown by
 * operations and hooks; the generated REST and GraphQL show it in Payload's shape, contract endpoints
 * in their own.
 */
export class ApiError extends APIError<Data | null> {
  readonly details: Details

  constructor(status: number, message: string, details: Details = {}) {
    const { errors, ...rest } = details
    const data = errors ? { ...rest, errors: listFieldErrors(errors) } : rest
    super(message, status, Object.keys(data).length > 0 ? data : null, true)
    this.details = details
  }
}
