import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { pdfAnswer } from '@/lib/pdfAnswer'
import { uuid } from '@/lib/uuid'
import type { PaperSize } from '@/plugins/payments/contract'
import { paymentsOf } from '@/plugins/payments/contract'

import { billNotFound } from '../errors'
import { readPaper } from '../operations/readPaper'

const endpoint = contractEndpoint(generatedEnvelope)

const paper = (verb: string, summary: string, size: PaperSize, name: string): Endpoint =>
  endpoint({
    method: 'get',
    path: `/:id/${verb}`,
    docs: { tag: 'pemeriksaan', summary },
    roles: [],
    params: { id: uuid },
    answers: { 200: { mediaType: 'application/pdf' } },
    refusals: [billNotFound],
    handle: async (req) => {
      const read = await readPaper(req, String(req.routeParams?.id))
      const bytes = await paymentsOf(req).papers.render(req, read, size)
      return pdfAnswer(bytes, `${name}-${read.number.replace(/^.* /, '')}`)
    },
  })

/** The papers of a bill, for its patient, its doctor and the desk. */
export const paperEndpoints: Endpoint[] = [
  paper('receipt', "A bill's receipt, for a roll of 80 mm", '80mm', 'struk'),
  paper('invoice', "A bill's invoice, on A4", 'A4', 'faktur'),
]
