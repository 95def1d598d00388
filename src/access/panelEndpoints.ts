import type { Endpoint, PayloadRequest } from 'payload'
import { Forbidden } from 'payload'
import { z } from 'zod'

import { checked } from '@/lib/checked'
import { malformedJson } from '@/lib/refusals'

import { isStaff } from './index'

const DOCUMENTS_MAX = 100

const id = z.union([z.int(), z.string().max(100)])

const anything = z.record(z.string(), z.unknown())

/** The place is read from the document: what a form knows of it may be old, or nonsense. */
const reorder = z.object({
  collectionSlug: z.string().max(100),
  docsToMove: z.array(id).min(1).max(DOCUMENTS_MAX),
  newKeyWillBe: z.enum(['greater', 'less']),
  orderableFieldName: z.string().max(100),
  target: z
    .object({ id, key: z.string().nullish() })
    .transform((target) => ({ id: target.id, key: target.key ? 'pending' : null })),
})

const bodyOf = (path: string): z.ZodType | null => {
  if (path === '/reorder') return reorder
  return path.startsWith('/plugin-seo/') ? anything : null
}

/** Whether documents are being dragged to other places: nothing else gives them one. */
export const isReordering = ({ context }: Pick<PayloadRequest, 'context'>): boolean =>
  context.isReordering === true

/**
 * What the panel's forms ask Payload's plugins for, outside any collection. They ask for rights after they
 * have used the body, and fail over one that is not theirs: these are for staff, with a body that fits.
 */
export const guardPanelEndpoint = (endpoint: Endpoint): Endpoint => {
  const body = bodyOf(endpoint.path)
  if (!body) return endpoint
  return {
    ...endpoint,
    handler: async (req) => {
      if (!isStaff(req)) throw new Forbidden(req.t)
      const sent: unknown = await req.json?.().catch(() => {
        throw malformedJson()
      })
      const input = checked(body, sent)
      req.context.isReordering = body === reorder
      return endpoint.handler(Object.assign(req, { json: async () => Promise.resolve(input) }))
    },
  }
}
