import { z } from 'zod'

import { checkoutEnvelope } from '@/lib/checkoutEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'

import { listedOrder, listMeta, myTransactionsQuery } from '../checkoutSchemas'
import { findOwnTransactions } from '../operations/findOwnTransactions'
import { presentListed } from '../presentTransaction'
import { CHECKOUT_TAG } from './tags'

/** checkout.md, "Get Riwayat Transaksi User". */
export const listTransactionsEndpoint = contractEndpoint(checkoutEnvelope)({
  method: 'get',
  path: '/v1/me/transactions',
  docs: { tag: CHECKOUT_TAG, summary: 'List my transactions', description: 'Newest first.' },
  roles: [],
  query: myTransactionsQuery,
  answers: { 200: z.object({ data: z.array(listedOrder), meta: listMeta }) },
  handle: async (req, { query }) => {
    const { docs, total } = await findOwnTransactions(req, query)
    const meta = {
      current_page: query.page,
      per_page: query.per_page,
      total,
      total_pages: Math.ceil(total / query.per_page),
    }
    return { status: 200, body: { data: docs.map(presentListed), meta } }
  },
})
