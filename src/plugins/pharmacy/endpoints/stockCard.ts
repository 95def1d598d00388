import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { obatGone } from '../errors'
import { countStock } from '../operations/countStock'
import { presentPage } from '../present'
import { cardAnswer, cardQuery, countAnswer, countBody } from '../stockCard'
import { findCardObat, findMovements } from '../stockCard.sql'
import { DESK } from './answers'

const endpoint = contractEndpoint(generatedEnvelope)

/** The ledger of one obat, and its count. */
export const stockCardEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/:id/stock-card',
    docs: { tag: 'obat', summary: 'Read the stock card', description: 'Newest first.' },
    roles: DESK,
    query: cardQuery,
    answers: { 200: cardAnswer },
    refusals: [obatGone],
    handle: async (req, { query }) => {
      const card = await findCardObat(req, readId(req) ?? 0)
      if (!card) throw obatGone()
      const movements = await findMovements(req, card.obat.id, query)
      return {
        status: 200,
        body: { obat: card.obat, ...presentPage(query, movements, card.total) },
      }
    },
  }),
  endpoint({
    method: 'post',
    path: '/:id/count',
    docs: {
      tag: 'obat',
      summary: 'Bring the stock to what was counted',
      description: 'Writes the difference from the stock of that moment as an adjustment.',
    },
    roles: DESK,
    isIdempotent: true,
    body: countBody,
    answers: { 200: countAnswer },
    refusals: [obatGone],
    handle: async (req, { body }) => {
      const counted = await countStock(req, readId(req) ?? 0, body)
      return { status: 200, body: { message: 'OK', ...counted } }
    },
  }),
]
