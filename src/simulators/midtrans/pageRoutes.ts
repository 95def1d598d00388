import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'

import type { Env } from './faults'
import { offered } from './methods'
import { indexPage, payingPage } from './pages'
import { statusCodeOf } from './present'
import { cannotModify, Refusal } from './refusal'
import type { Simulator } from './simulator'
import type { Order } from './types'
import { STYLE } from './style'

const ACTIONS = ['pay', 'challenge', 'settle', 'deny', 'expire', 'refund'] as const
type Action = (typeof ACTIONS)[number]

const SHOWN = 200

/** The hint that the browser carries home: never a proof. */
const finishOf = ({ finishUrl, charge, orderId }: Order): string | null => {
  if (finishUrl === null) return null
  const url = new URL(finishUrl)
  url.searchParams.set('order_id', orderId)
  url.searchParams.set('status_code', charge ? statusCodeOf(charge) : '201')
  url.searchParams.set('transaction_status', charge?.status ?? 'pending')
  return url.href
}

const isOver = ({ pageExpiresAt, expiry }: Order): boolean =>
  Math.min(
    pageExpiresAt ?? Infinity,
    expiry.start === null ? Infinity : expiry.start + expiry.ms,
  ) <= Date.now()

const show = (context: Context, order: Order, path: string) =>
  context.html(payingPage({ order, path, finish: finishOf(order), isOver: isOver(order) }))

/** A GoPay payment on a wide screen is shown as a QR code, and recorded as QRIS. */
const recordedAs = (paymentType: string, userAgent: string): string =>
  paymentType === 'gopay' && !userAgent.includes('Mobi') ? 'qris' : paymentType

const formField = async (context: Context, name: string): Promise<string> => {
  const form = await context.req.parseBody()
  const value = form[name]
  return typeof value === 'string' ? value : ''
}

/** What the payer's buttons do; each only while it is offered. */
const act = (simulator: Simulator, order: Order, action: Action): void => {
  const { charge, orderId } = order
  if (!charge) throw cannotModify()
  const from = (...statuses: string[]): void => {
    if (!statuses.includes(charge.status)) throw cannotModify()
  }
  const isCard = charge.paymentType === 'credit_card'
  switch (action) {
    case 'pay':
      from('pending')
      return void simulator.change(orderId, {
        transaction_status: isCard ? 'capture' : 'settlement',
        fraud_status: 'accept',
      })
    case 'challenge':
      from('pending')
      return void simulator.change(orderId, {
        transaction_status: 'capture',
        fraud_status: 'challenge',
      })
    case 'settle':
      from('capture')
      return void simulator.change(orderId, { transaction_status: 'settlement' })
    case 'deny':
      from('pending')
      return void simulator.change(orderId, { transaction_status: 'deny', fraud_status: 'deny' })
    case 'expire':
      return void simulator.expire(orderId)
    case 'refund':
      return void simulator.refund(orderId, { reason: 'Simulator' })
  }
}

const actionOf = async (context: Context): Promise<Action> => {
  const { data } = z.enum(ACTIONS).safeParse(await formField(context, 'action'))
  if (!data) throw new Refusal(400, ['Tindakan tidak dikenal'])
  return data
}

/** Pages for browsers: the hosted page of Snap, and one for each charge of Core. */
export const pageRoutes = (simulator: Simulator) => {
  const pathOf = ({ kind, tokens, orderId }: Order): string =>
    kind === 'snap' ? `/snap/v4/redirection/${tokens.at(-1) ?? ''}` : `/simulator/pay/${orderId}`

  return new Hono<Env>()
    .get('/', (context) => context.html(indexPage(simulator.all().slice(-SHOWN).reverse(), pathOf)))
    .get('/simulator.css', (context) =>
      context.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
    )
    .get('/favicon.ico', (context) => context.body(null, 204))
    .get('/snap/v4/redirection/:token', (context) =>
      show(context, simulator.byToken(context.req.param('token')), context.req.path),
    )
    .post('/snap/v4/redirection/:token/choose', async (context) => {
      const token = context.req.param('token')
      const order = simulator.byToken(token)
      const name = await formField(context, 'payment')
      const method = offered(order).find((one) => one.name === name)
      if (!method) throw new Refusal(400, ['Metode pembayaran tidak ditawarkan'])
      const userAgent = context.req.header('User-Agent') ?? ''
      simulator.choose(order, recordedAs(method.paymentType, userAgent), method.bank)
      return context.redirect(`/snap/v4/redirection/${token}`, 303)
    })
    .post('/snap/v4/redirection/:token/act', async (context) => {
      const token = context.req.param('token')
      act(simulator, simulator.byToken(token), await actionOf(context))
      return context.redirect(`/snap/v4/redirection/${token}`, 303)
    })
    .get('/simulator/pay/:id', (context) =>
      show(context, simulator.find(context.req.param('id')), context.req.path),
    )
    .post('/simulator/pay/:id/act', async (context) => {
      const id = context.req.param('id')
      act(simulator, simulator.find(id), await actionOf(context))
      return context.redirect(`/simulator/pay/${encodeURIComponent(id)}`, 303)
    })
}
