import type { Endpoint } from 'payload'
import { z } from 'zod'

import { checkoutEnvelope } from '@/lib/checkoutEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'

import { drawChannelIcon } from '../channelIcon'
import { paymentMethod } from '../checkoutSchemas'
import { CHANNELS } from '../constants'
import { iconNotFound } from '../errors'
import type { PaymentsOptions } from '../index'
import { offeredMethods, readSettings } from '../operations/readSettings'
import { presentMethod } from '../presentMethod'
import { CHECKOUT_TAG } from './tags'

const endpoint = contractEndpoint(checkoutEnvelope)

/** checkout.md, "Get Available Payment Methods", and the pictures that it names. */
export const paymentMethodsEndpoints = ({ serverUrl }: PaymentsOptions): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/v1/payment-methods',
    docs: { tag: CHECKOUT_TAG, summary: 'List the methods of payment' },
    roles: [],
    answers: { 200: z.object({ data: z.array(paymentMethod) }) },
    handle: async (req) => {
      const offered = offeredMethods(await readSettings(req))
      return { status: 200, body: { data: offered.map((one) => presentMethod(one, serverUrl)) } }
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/payment-methods/icons/:channel',
    docs: { tag: CHECKOUT_TAG, summary: 'The picture of a channel' },
    params: { channel: z.string() },
    answers: { 200: { mediaType: 'image/svg+xml' } },
    refusals: [iconNotFound],
    handle: (req) => {
      const name = String(req.routeParams?.channel).replace(/\.svg$/, '')
      const channel = CHANNELS.find((one) => one === name)
      if (!channel) return Promise.reject(iconNotFound())
      const headers = {
        'Content-Type': 'image/svg+xml',
        'Cache-Control': 'public, max-age=86400',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'X-Content-Type-Options': 'nosniff',
      }
      return Promise.resolve(new Response(drawChannelIcon(channel), { headers }))
    },
  }),
]
