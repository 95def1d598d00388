import { Hono } from 'hono'
import { toBuffer } from 'qrcode'

import type { Env, Faults } from './faults'
import { bodyOf } from './http'
import { createIdempotency } from './idempotency'
import { presentCharge, presentStatus } from './present'
import { parseCharge, parseRefund } from './schemas'
import type { Simulator } from './simulator'
import type { Charge, Order } from './types'

type Options = {
  simulator: Simulator
  faults: Faults
  serverKey: string
  baseUrl: () => string
}

/** Core: charges by one method, and everything about a payment afterwards. */
export const coreRoutes = ({ simulator, faults, serverKey, baseUrl }: Options) => {
  const once = createIdempotency()
  const told = ({ order, charge }: { order: Order; charge: Charge }, message?: string) => ({
    ...presentStatus(order, charge, serverKey),
    ...(message ? { status_message: message } : {}),
  })

  const app = new Hono<Env>()
    .post('/charge', faults.on('charge'), once, async (context) => {
      const { order, charge } = simulator.charge(parseCharge(await bodyOf(context)))
      return context.json(presentCharge(order, charge, baseUrl()))
    })
    .get('/:id/status', faults.on('status'), (context) =>
      context.json(told(simulator.findCharge(context.req.param('id')))),
    )
    .post('/:id/refund', faults.on('refund'), once, async (context) => {
      const asked = parseRefund(await bodyOf(context))
      const { key, amount, ...made } = simulator.refund(context.req.param('id'), asked)
      return context.json({
        ...told(made, 'Success, refund request is approved'),
        refund_key: key,
        refund_chargeback_id: made.charge.refunds.length,
        refund_amount: `${amount}.00`,
      })
    })

  const verbs = {
    cancel: 'Success, transaction is canceled',
    expire: 'Success, transaction is expired',
    approve: 'Success, transaction is approved',
    deny: 'Success, transaction is denied',
  }
  for (const verb of ['cancel', 'expire', 'approve', 'deny'] as const) {
    app.post(`/:id/${verb}`, faults.on(verb), (context) =>
      context.json(told(simulator[verb](context.req.param('id')), verbs[verb])),
    )
  }
  return app
}

/** The picture of a QR code, which needs no key: the payer's browser shows it. */
export const qrRoute = (simulator: Simulator, baseUrl: () => string) =>
  new Hono<Env>().get('/:type/:id/qr-code', async (context) => {
    const { order, charge } = simulator.findCharge(context.req.param('id'))
    const { qr_string } = charge.extras
    const content =
      typeof qr_string === 'string' ? qr_string : `${baseUrl()}/simulator/pay/${order.orderId}`
    const png = await toBuffer(content, { type: 'png', margin: 2, width: 440 })
    return context.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png' })
  })
