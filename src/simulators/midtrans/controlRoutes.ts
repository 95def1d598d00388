import { Hono } from 'hono'

import type { Env, Faults } from './faults'
import { bodyOf } from './http'
import { presentOrder } from './present'
import { changeBody, faultBody, parseControl } from './schemas'
import type { Simulator } from './simulator'

const SHOWN = 200

type Options = {
  simulator: Simulator
  faults: Faults
  baseUrl: () => string
  notificationUrl: () => string | null
}

/** What Midtrans does not have: looking at what is held, playing the other side, and faults. */
export const controlRoutes = ({ simulator, faults, baseUrl, notificationUrl }: Options) =>
  new Hono<Env>()
    .get('/', (context) =>
      context.json({
        notification_url: notificationUrl(),
        faults: faults.all(),
        orders: simulator
          .all()
          .slice(-SHOWN)
          .reverse()
          .map((order) => presentOrder(order, baseUrl())),
      }),
    )
    .post('/faults', async (context) => {
      faults.add(parseControl(faultBody, await bodyOf(context)))
      return context.json({ faults: faults.all() }, 201)
    })
    .delete('/faults', (context) => {
      faults.clear()
      return context.json({ faults: [] })
    })
    .get('/:id', (context) =>
      context.json(presentOrder(simulator.find(context.req.param('id')), baseUrl())),
    )
    .post('/:id', async (context) => {
      const change = parseControl(changeBody, await bodyOf(context))
      return context.json(
        presentOrder(simulator.change(context.req.param('id'), change), baseUrl()),
      )
    })
