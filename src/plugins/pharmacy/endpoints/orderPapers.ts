import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { paymentsOf } from '@/plugins/payments/contract'

import { notTheOwner, orderNotFound } from '../errors'
import { paperAnswer } from '../schemas'
import { pdf, readPaper } from './paper'

const endpoint = contractEndpoint(generatedEnvelope)

/** The papers of an order, for its owner and the desk. */
export const orderPapers: Endpoint[] = [
  pdf('receipt', "An order's receipt, for a roll of 80 mm", '80mm', 'struk'),
  pdf('invoice', "An order's invoice, on A4", 'A4', 'faktur'),
  endpoint({
    method: 'get',
    path: '/:id/paper',
    docs: {
      tag: 'orders',
      summary: 'What stands on the papers of an order',
      description: '`proofUrl` is what their QR code opens: the page that says they are genuine.',
    },
    roles: [],
    answers: { 200: paperAnswer },
    refusals: [notTheOwner, orderNotFound],
    handle: async (req) => {
      const paper = await readPaper(req)
      const proofUrl = paymentsOf(req).papers.proofUrl(req, paper)
      return { status: 200 as const, body: { paper, proofUrl } }
    },
  }),
]
