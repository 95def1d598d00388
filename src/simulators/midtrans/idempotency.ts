import { createHash } from 'node:crypto'

import type { Context, MiddlewareHandler } from 'hono'

import { Refusal } from './refusal'

const LIFE_MS = 5 * 60_000
const KEY_MAX = 46

type Kept = { answer: string; status: number; request: string; until: number }

/** `Idempotency-Key`, as Core has it: the first answer again, for five minutes. */
export const createIdempotency = (): MiddlewareHandler => {
  const kept = new Map<string, Kept>()

  const forget = (): void => {
    for (const [key, { until }] of kept) if (until <= Date.now()) kept.delete(key)
  }

  const fingerprint = async ({ req }: Context): Promise<string> =>
    createHash('sha256')
      .update(`${req.path} ${await req.text()}`)
      .digest('hex')

  return async (context, next) => {
    const key = context.req.header('Idempotency-Key')
    if (key === undefined) return next()
    if (key.length > KEY_MAX) throw new Refusal(400, ['Idempotency-Key is too long'])
    forget()
    const request = await fingerprint(context)
    const first = kept.get(key)
    if (first && first.request !== request) {
      throw new Refusal(400, ['Idempotency-Key was used for another request'])
    }
    if (first)
      return context.body(first.answer, first.status as 200, { 'Content-Type': 'application/json' })
    await next()
    const { status } = context.res
    if (status >= 500) return
    const answer = await context.res.clone().text()
    kept.set(key, { answer, status, request, until: Date.now() + LIFE_MS })
  }
}
