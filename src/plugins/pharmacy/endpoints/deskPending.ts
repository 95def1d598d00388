import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'

import { findPendingPayments } from '../contract.sql'
import type { PharmacyOptions } from '../index'
import { presentDeskOrder } from '../present'
import { pendingAnswer } from '../schemas'
import { DESK, DESK_TAG, presenterOf, success } from './answers'

const SHOWN = 100

/** apotek.md, "List Pending Payments". */
export const deskPendingEndpoint = (options: PharmacyOptions): Endpoint =>
  contractEndpoint(apotekEnvelope)({
    method: 'get',
    path: '/apotek/cashier/orders/pending-payments',
    docs: {
      tag: DESK_TAG,
      summary: 'List the orders that wait for a confirmation',
      description: 'Oldest first; `count` is the number of all.',
    },
    roles: DESK,
    answers: { 200: pendingAnswer },
    handle: async (req) => {
      const { rows, total } = await findPendingPayments(req, SHOWN)
      const data = rows.map((row) => presentDeskOrder(row, presenterOf(req, options)))
      return success(200, { count: total, data })
    },
  })
