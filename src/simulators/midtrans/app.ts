import { createHash, timingSafeEqual } from 'node:crypto'

import type { Context, MiddlewareHandler } from 'hono'
import { Hono } from 'hono'

import { controlRoutes } from './controlRoutes'
import { coreRoutes, qrRoute } from './coreRoutes'
import type { Env, Faults } from './faults'
import { limitBody, ownPagesOnly, pageHeaders } from './http'
import { pageRoutes } from './pageRoutes'
import { refusalPage } from './pages'
import { Refusal } from './refusal'
import type { Simulator } from './simulator'
import { snapRoutes } from './snapRoutes'

type Options = {
  simulator: Simulator
  faults: Faults
  serverKey: string
  baseUrl: () => string
  notificationUrl: () => string | null
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The server key as the user of Basic authentication, without a password. */
const keyHolders = (serverKey: string): MiddlewareHandler => {
  const expected = digest(`Basic ${Buffer.from(`${serverKey}:`).toString('base64')}`)
  return async (context, next) => {
    const given = digest(context.req.header('Authorization') ?? '')
    if (!timingSafeEqual(given, expected)) {
      throw new Refusal(401, [
        'Access denied due to unauthorized transaction, please check client or server key',
      ])
    }
    await next()
  }
}

/** Core tells its errors within a 200, but for the key; Snap and the rest by HTTP's own codes. */
const answerRefusal = (context: Context, { code, reasons }: Refusal): Response => {
  const { path } = context.req
  if (path.startsWith('/v2/')) {
    const body = { status_code: String(code), status_message: reasons.join('; ') }
    return context.json(body, code === 401 || code === 413 ? code : 200)
  }
  const status = code as 400
  const isPage = path === '/' || path.includes('/redirection/') || path.includes('/pay/')
  if (isPage) return context.html(refusalPage(reasons.join('; ')) as never, status)
  return context.json({ error_messages: reasons }, status)
}

export const createApp = (options: Options) => {
  const { simulator, faults, serverKey, baseUrl } = options
  const keyed = keyHolders(serverKey)

  return new Hono<Env>()
    .use(limitBody)
    .route('/v2', qrRoute(simulator, baseUrl))
    .use('/v2/*', keyed)
    .use('/snap/v1/*', keyed)
    .route('/v2', coreRoutes(options))
    .route('/snap/v1', snapRoutes(simulator, faults, baseUrl))
    .use(ownPagesOnly)
    .use(pageHeaders)
    .route('/', pageRoutes(simulator))
    .route('/simulator', controlRoutes(options))
    .notFound((context) => answerRefusal(context, new Refusal(404, ['No such route'])))
    .onError((error, context) =>
      answerRefusal(
        context,
        error instanceof Refusal ? error : new Refusal(500, ['The simulator has a fault']),
      ),
    )
}
