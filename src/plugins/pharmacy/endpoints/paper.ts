import type { Endpoint } from 'payload'

import { isDesk } from '@/access'
import type { SignedInRequest } from '@/lib/contract'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { pdfAnswer } from '@/lib/pdfAnswer'
import type { Paper, PaperSize } from '@/plugins/payments/contract'
import { paymentsOf } from '@/plugins/payments/contract'

import { notTheOwner, orderNotFound } from '../errors'
import { presentPaper } from '../presentPaper'
import { readOrder } from './answers'

const endpoint = contractEndpoint(generatedEnvelope)

/** An order's paper, for its owner and the desk. @throws {ApiError} 404, 403 `Unauthorized` */
export const readPaper = async (req: SignedInRequest): Promise<Paper> => {
  const row = await readOrder(req, readId(req))
  if (row.user_id !== req.user.id && !isDesk(req)) throw notTheOwner()
  if (!row.transaction_id) return presentPaper(row)
  const online = await paymentsOf(req).online.find(req, 'order', [row.id])
  return presentPaper(row, online.get(String(row.id)) ?? null)
}

/** `GET /api/orders/{id}/<verb>`: a paper as PDF. */
export const pdf = (verb: string, summary: string, size: PaperSize, name: string): Endpoint =>
  endpoint({
    method: 'get',
    path: `/:id/${verb}`,
    docs: { tag: 'orders', summary },
    roles: [],
    answers: { 200: { mediaType: 'application/pdf' } },
    refusals: [notTheOwner, orderNotFound],
    handle: async (req) => {
      const paper = await readPaper(req)
      const bytes = await paymentsOf(req).papers.render(req, paper, size)
      return pdfAnswer(bytes, `${name}-${paper.id}`)
    },
  })
