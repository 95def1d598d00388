import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

import { isDesk } from '@/access'
import { checkoutEnvelope } from '@/lib/checkoutEnvelope'
import type { SignedInRequest } from '@/lib/contract'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { isUuid } from '@/lib/uuid'
import type { Transaction } from '@/payload-types'

import {
  listedOrder,
  listMeta,
  myTransactionsQuery,
  orderDetail,
  orderStatus,
} from '../checkoutSchemas'
import { orderNotFound } from '../errors'
import { findOwnTransactions } from '../operations/findOwnTransactions'
import { presentDetail, presentListed, presentStatus } from '../presentTransaction'
import { CHECKOUT_TAG } from './tags'

const endpoint = contractEndpoint(checkoutEnvelope)

const find = async (req: PayloadRequest, id: string): Promise<Transaction | null> =>
  req.payload.findByID({
    collection: 'transactions',
    id,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: true,
  })

/** The transaction in the path, of its owner or for the desk. @throws {ApiError} 404 for all others */
const readOne = async (req: SignedInRequest): Promise<Transaction> => {
  const id = String(req.routeParams?.id).toLowerCase()
  const transaction = isUuid(id) ? await find(req, id) : null
  if (!transaction) throw orderNotFound()
  if (transaction.user !== req.user.id && !isDesk(req)) throw orderNotFound()
  return transaction
}

const ONE = {
  method: 'get',
  roles: [],
  params: { id: z.uuid() },
  refusals: [orderNotFound],
} as const

/** checkout.md: "Get Order Detail", "Check Payment Status", "Get Riwayat Transaksi User". */
export const readTransactionEndpoints: Endpoint[] = [
  endpoint({
    ...ONE,
    path: '/v1/orders/:id',
    docs: { tag: CHECKOUT_TAG, summary: 'Read an order', description: 'Owner, cashier, admin.' },
    answers: { 200: z.object({ data: orderDetail }) },
    handle: async (req) => ({ status: 200, body: { data: presentDetail(await readOne(req)) } }),
  }),
  endpoint({
    ...ONE,
    path: '/v1/orders/:id/status',
    docs: { tag: CHECKOUT_TAG, summary: 'Read the state of a payment' },
    answers: { 200: z.object({ data: orderStatus }) },
    handle: async (req) => ({ status: 200, body: { data: presentStatus(await readOne(req)) } }),
  }),
  endpoint({
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
  }),
]
