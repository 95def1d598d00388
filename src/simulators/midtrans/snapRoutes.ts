import { Hono } from 'hono'

import type { Env, Faults } from './faults'
import { bodyOf } from './http'
import { parsePage } from './schemas'
import type { Simulator } from './simulator'

/** Snap: the page on which the payer chooses a method. */
export const snapRoutes = (simulator: Simulator, faults: Faults, baseUrl: () => string) =>
  new Hono<Env>().post('/transactions', faults.on('snap'), async (context) => {
    const { token } = simulator.createPage(parsePage(await bodyOf(context)))
    return context.json({ token, redirect_url: `${baseUrl()}/snap/v4/redirection/${token}` }, 201)
  })
