import { z } from 'zod'

import type { ApiError } from '@/lib/apiError'
import type { Contract } from '@/lib/contract'
import * as common from '@/lib/refusals'

import { REFUSALS } from '../api/refusal'
import { refusedByServer } from './failures'

type Thrown = ApiError | z.ZodError

/** What a client might send by mistake: each schema says what it misses, or does not understand. */
const NONSENSE = { page: 'x', per_page: 'x' }

const faultOf = (schema: z.ZodType | undefined, nonsense: object = NONSENSE): Thrown[] => {
  const parsed = schema?.safeParse(nonsense)
  return parsed?.error ? [parsed.error] : []
}

/** A query string whose every parameter is a letter. */
const nonsenseFor = (query: z.ZodType | undefined): object => {
  const names = query instanceof z.ZodObject ? Object.keys(query.shape) : []
  return Object.fromEntries(names.map((name) => [name, 'x']))
}

const ofSignIn = ({ roles }: Contract): Thrown[] => {
  if (!roles) return []
  const others = roles.length > 0 ? [common.forbidden()] : []
  return [common.unauthenticated(), ...others, common.signInUnavailable()]
}

const ofBody = ({ body, raw, upload }: Contract): Thrown[] => {
  if (raw) return [common.malformedJson(), common.bodyTooLarge(), common.bodyUnsupported()]
  if (!body) return []
  return [
    common.malformedJson(),
    common.notAnObject(),
    ...(upload ? [common.malformedForm(), upload.tooLarge()] : []),
    ...faultOf(body),
    refusedByServer(REFUSALS.tooLarge),
    refusedByServer(REFUSALS.unsupportedType),
  ]
}

const ofIdempotency = ({ body, isIdempotent }: Contract): Thrown[] => {
  if (!isIdempotent) return []
  // Without a body there is no other one.
  return [...(body ? [common.keyUsedOtherwise()] : []), common.keyTooLong()]
}

/** Every error of an endpoint: its own, and those that follow from what it takes. */
export const thrownBy = (contract: Contract): Thrown[] => {
  const all = [
    ...(contract.refusals ?? []).map((refuse) => refuse()),
    ...ofSignIn(contract),
    ...ofBody(contract),
    ...faultOf(contract.query, nonsenseFor(contract.query)),
    ...ofIdempotency(contract),
  ]
  const seen = new Set<string>()
  return all.filter((error) => {
    const key = error.message
    return !seen.has(key) && seen.add(key)
  })
}
