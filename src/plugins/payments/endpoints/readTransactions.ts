import type { Endpoint } from 'payload'
import { z } from 'zod'

import { checkoutEnvelope } from '@/lib/checkoutEnvelope'
import type { SignedInRequest } from '@/lib/contract'
import { contractEndpoint } from '@/lib/contractEndpoint'

import { orderDetail, orderStatus } from '../checkoutSchemas'
import { orderNotFound } from '../errors'
import { readTransaction } from '../operations/readTransaction'
import { presentDetail, presentStatus } from '../presentTransaction'
import { CHECKOUT_TAG } from './tags'

const endpoint = contractEndpoint(checkoutEnvelope)

const readOne = async (req: SignedInRequest) => readTransaction(req, String(req.routeParams?.id))

const ONE = {
  method: 'get',
  roles: [],
  params: { id: z.uuid() },
  refusals: [orderNotFound],
} as const

/** checkout.md: "Get Order Detail", "Check Payment Status". */
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
]
