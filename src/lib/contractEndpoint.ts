import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import type { Role } from '@/access/roles'
import { hasRole } from '@/access'
import { publicDatabaseError } from '@/database/errors'
import type { Answer } from '@/database/idempotency'

import type { FieldErrors } from './apiError'
import { ApiError } from './apiError'
import { idempotent } from './idempotent'

export type SignedInRequest = PayloadRequest & { user: NonNullable<PayloadRequest['user']> }

/** A contract's way of saying no. */
export type Envelope = {
  failure: (message: string, errors?: FieldErrors, extra?: Record<string, unknown>) => unknown
}

type Definition = {
  method: 'get' | 'post'
  /** Below `/api`, as path-to-regexp reads it. */
  path: string
  /** Absent: anybody. Empty: everybody who is signed in. */
  roles?: Role[]
  /** A money or stock POST: one transaction, and `Idempotency-Key` is honoured. */
  isIdempotent?: boolean
  /** What the handler works on, read before the transaction; it is part of the idempotency hash. */
  read?: (req: PayloadRequest) => Promise<unknown>
  handle: (req: SignedInRequest, input: never) => Promise<Answer | Response>
}

const fieldErrorsOf = (data: unknown): FieldErrors | undefined => {
  const { errors } = (data ?? {}) as { errors?: { path?: string; message?: string }[] }
  if (!Array.isArray(errors)) return undefined
  return Object.fromEntries(errors.map(({ path, message }) => [path ?? '', [message ?? '']]))
}

/** Turns whatever was thrown into the contract's answer; what nobody foresaw is a bare 500. */
export const presentFailure =
  (envelope: Envelope) =>
  (error: unknown): Answer => {
    if (error instanceof ApiError) {
      const { errors, extra } = error.details
      return { status: error.status, body: envelope.failure(error.message, errors, extra) }
    }
    if (error instanceof z.ZodError) {
      const errors: FieldErrors = {}
      for (const issue of error.issues) (errors[issue.path.join('.')] ??= []).push(issue.message)
      const [first] = error.issues
      return { status: 422, body: envelope.failure(first?.message ?? 'Data tidak valid.', errors) }
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

const refuseStrangers = (req: PayloadRequest, allowed: Role[] | undefined): void => {
  if (!allowed) return
  if (req.context.signInUnavailable === true) {
    throw new ApiError(503, 'Server sedang sibuk, silakan coba lagi.')
  }
  if (!req.user) throw new ApiError(401, 'Unauthenticated.')
  if (allowed.length > 0 && !hasRole(req, ...allowed)) throw new ApiError(403, 'Forbidden')
}

/** A hand-written endpoint of a contract: parse → operation → present, with the contract's errors. */
export const contractEndpoint =
  (envelope: Envelope) =>
  ({ method, path, roles, isIdempotent, read, handle }: Definition): Endpoint => ({
    method,
    path,
    handler: async (req) => {
      const present = presentFailure(envelope)
      try {
        refuseStrangers(req, roles)
        const input = await read?.(req)
        const run = async () => handle(req as SignedInRequest, input as never)
        if (!isIdempotent) {
          const answer = await run()
          return answer instanceof Response ? answer : json(answer)
        }
        const route = `${method} ${req.pathname ?? path}`
        return json(await idempotent(req, route, input, present, run as () => Promise<Answer>))
      } catch (error) {
        const answer = present(error)
        if (answer.status >= 500) req.payload.logger.error({ err: error, msg: `${method} ${path}` })
        return json(answer)
      }
    },
  })

const json = ({ status, body }: Answer): Response =>
  status === 204 ? new Response(null, { status }) : Response.json(body, { status })

/**
 * The JSON object that a request carries.
 * @throws {ApiError} 400 when it is not JSON, 422 when it is not an object
 */
export const readJson = async (req: PayloadRequest): Promise<Record<string, unknown>> => {
  const text = (await req.text?.()) ?? ''
  if (text === '') return {}
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new ApiError(400, 'JSON tidak valid.')
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiError(422, 'Isi permintaan harus berupa objek JSON.')
  }
  return body as Record<string, unknown>
}

const ID_MAX = 2_147_483_647

/** The integer id in a path, or null where no document can have it. */
export const readId = (req: PayloadRequest, name = 'id'): number | null => {
  const text = String(req.routeParams?.[name] ?? '')
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0
  return id > 0 && id <= ID_MAX ? id : null
}
