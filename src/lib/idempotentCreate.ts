import type { CollectionSlug, Endpoint, PayloadHandler } from 'payload'

import { presentFailure } from './contractFailure'
import { generatedEnvelope } from './generatedEnvelope'
import { idempotent } from './idempotent'
import { translateAnswer } from './panel/refusalLanguage'

const present = presentFailure(generatedEnvelope)

/**
 * The generated `POST /api/<collection>`, which also honours `Idempotency-Key` and is tried again after
 * a deadlock. Payload's own handler does the work; this endpoint stands before it in the list.
 */
export const idempotentCreate = (slug: CollectionSlug): Endpoint => {
  const handler: PayloadHandler = async (req) => {
    const { endpoints } = req.payload.collections[slug].config
    const generated = (endpoints || []).find(
      (one) => one.method === 'post' && one.path === '/' && one.handler !== handler,
    )
    if (!generated) throw new Error(`Payload has no create endpoint for ${slug}.`)
    const type = req.headers.get('Content-Type') ?? ''
    if (!type.startsWith('application/json')) return generated.handler(req)

    // The body can be read once only, but a transaction may be tried again.
    const text = (await req.text?.()) ?? ''
    // By definition, since the server's own requests are read-only.
    Object.defineProperty(req, 'text', { value: () => Promise.resolve(text), configurable: true })
    const route = `post ${req.pathname ?? slug}`
    const answer = await idempotent(req, route, text, present, async () => {
      const response = await generated.handler(req)
      return { status: response.status, body: await response.json() }
    })
    const { body, status } = translateAnswer(req, answer)
    return Response.json(body, { status })
  }
  return { method: 'post', path: '/', custom: { isIdempotent: true }, handler }
}
