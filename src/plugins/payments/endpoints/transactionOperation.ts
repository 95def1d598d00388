import type { PayloadRequest } from 'payload'

import type { Role } from '@/access/roles'
import { uuid } from '@/lib/uuid'

const ADMINS: readonly Role[] = ['admin']

/** `POST /api/transactions/{id}/<verb>`: asks the gateway, and stands beside the generated REST. */
export const operationOf = (verb: string, summary: string, description: string) => ({
  method: 'post' as const,
  path: `/:id/${verb}`,
  docs: { tag: 'transactions', summary, description },
  roles: ADMINS,
  isIdempotent: 'committed' as const,
  params: { id: uuid },
})

export const transactionId = (req: PayloadRequest): string =>
  String(req.routeParams?.id).toLowerCase()
