import type { Context, MiddlewareHandler } from 'hono'

import { Refusal } from './refusal'

const BODY_MAX = 64 * 1024

/** @throws {Refusal} 413 for too much, 411 for who does not say how much */
export const limitBody: MiddlewareHandler = async (context, next) => {
  if (context.req.header('Transfer-Encoding') !== undefined) {
    throw new Refusal(411, ['Content-Length is required'])
  }
  if (Number(context.req.header('Content-Length') ?? 0) > BODY_MAX) {
    throw new Refusal(413, ['Request is too large'])
  }
  await next()
}

/** JSON, or null where nothing was sent. @throws {Refusal} 400 */
export const bodyOf = async (context: Context): Promise<unknown> => {
  const text = await context.req.text()
  try {
    return text === '' ? null : (JSON.parse(text) as unknown)
  } catch {
    throw new Refusal(400, ['The request body is not JSON'])
  }
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/

/**
 * Nobody outside of this machine, by whatever name it comes (DNS rebinding), and no other site's page
 * gets at what browsers may open here.
 */
export const ownPagesOnly: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('Host') ?? ''
  if (!LOOPBACK.test(host)) throw new Refusal(403, ['The simulator is for this machine only'])
  const origin = context.req.header('Origin')
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new Refusal(403, ['Another site asks'])
  }
  await next()
}

/** What pages of the simulator may load: their own style and pictures. */
export const pageHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  context.header(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  )
  context.header('X-Content-Type-Options', 'nosniff')
  // Without any, forms would come from an unknown origin.
  context.header('Referrer-Policy', 'same-origin')
  context.header('Cache-Control', 'no-store')
}
