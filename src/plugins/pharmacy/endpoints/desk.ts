import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { paymentsOf } from '@/plugins/payments/contract'

import { countDeskOrders, findDeskOrders } from '../desk.sql'
import { deskAnswer } from '../deskSchemas'
import type { PharmacyOptions } from '../index'
import { presentDesk } from '../presentDesk'
import { deskQuery } from '../requests'
import { DESK, presenterOf } from './answers'

/** `GET /api/orders/desk`: what the cashier's desk in the panel shows. */
export const deskEndpoint = (options: PharmacyOptions): Endpoint =>
  contractEndpoint(generatedEnvelope)({
    method: 'get',
    path: '/desk',
    docs: {
      tag: 'orders',
      summary: 'What waits at the desk',
      description:
        'Orders as the desk works on them, with their buyer, their proof, and how many of each kind wait. ' +
        'The room `desk` hears `orders-changed` `{id}` whenever this may have changed.',
    },
    roles: DESK,
    query: deskQuery,
    answers: { 200: deskAnswer },
    handle: async (req, { query }) => {
      const rows = await findDeskOrders(req, query)
      const ids = rows.map(({ id }) => id)
      const online = await paymentsOf(req).online.find(req, 'order', ids)
      const docs = rows.map((row) =>
        presentDesk(row, online.get(String(row.id)) ?? null, presenterOf(req, options)),
      )
      return { status: 200, body: { docs, waiting: await countDeskOrders(req) } }
    },
  })
