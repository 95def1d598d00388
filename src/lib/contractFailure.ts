import { z } from 'zod'

import { publicDatabaseError } from '@/database/errors'
import type { Answer } from '@/database/idempotency'

import type { FieldErrors } from './apiError'
import { ApiError } from './apiError'
import { invalidInput } from './checked'
import type { Envelope } from './contract'

const fieldErrorsOf = (data: unknown): FieldErrors | undefined => {
  const { errors } = (data ?? {}) as { errors?: { path?: string; message?: string }[] }
  if (!Array.isArray(errors)) return undefined
  return Object.fromEntries(errors.map(({ path, message }) => [path ?? '', [message ?? '']]))
}

/** Turns whatever was thrown into the contract's answer; what nobody foresaw is a bare 500. */
export const presentFailure =
  (envelope: Envelope) =>
  (thrown: unknown): Answer => {
    const error = thrown instanceof z.ZodError ? invalidInput(thrown) : thrown
    if (error instanceof ApiError) {
      const { errors, extra } = error.details
      return { status: error.status, body: envelope.failure(error.message, errors, extra) }
    }
    const database = publicDatabaseError(error)
    if (database) return { status: database.status, body: envelope.failure(database.message) }
    const { name, status, message, data } = error as {
      name?: string
      status?: number
      message?: string
      data?: unknown
    }
    if (name === 'ValidationError') {
      return { status: 422, body: envelope.failure(message ?? '', fieldErrorsOf(data)) }
    }
    if (status && status >= 400 && status < 500) {
      return { status, body: envelope.failure(message ?? '') }
    }
    return { status: 500, body: envelope.failure('Terjadi kesalahan pada server.') }
  }
