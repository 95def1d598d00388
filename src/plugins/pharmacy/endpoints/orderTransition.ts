import type { PayloadRequest } from 'payload'

import type { Role } from '@/access/roles'
import type { Refusal } from '@/lib/contract'
import { readId } from '@/lib/contractRequest'
import type { Order } from '@/payload-types'

import { orderNotFound } from '../errors'
import { orderChanged } from '../schemas'

/** `POST /api/orders/{id}/<verb>`, beside the generated REST and in its shape. */
export const transitionOf = (
  verb: string,
  summary: string,
  roles: readonly Role[],
  ...refusals: Refusal[]
) => ({
  method: 'post' as const,
  path: `/:id/${verb}`,
  docs: { tag: 'orders', summary },
  roles,
  isIdempotent: true,
  answers: { 200: orderChanged },
  refusals: [...refusals, orderNotFound],
})

export const changed = (doc: Order) => ({
  status: 200 as const,
  body: { message: 'OK' as const, doc },
})

/** The order that the path names; 0 is none. */
export const idOf = (req: PayloadRequest): number => readId(req) ?? 0
