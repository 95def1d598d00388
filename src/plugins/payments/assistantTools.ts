import { z } from 'zod'

import type { AssistantTool } from '@/lib/assistantTool'
import { assistantTool, rows } from '@/lib/assistantTool'

import { TRANSACTION_STATUSES } from './contract'

const ownTransactions = assistantTool({
  name: 'own_transactions',
  description:
    "The reader's own online payments, newest first: invoice, what for, amount, status, until when it can be paid. Nobody else's can be asked for.",
  parameters: z.object({ status: z.enum(TRANSACTION_STATUSES).optional(), limit: rows }),
  isForUsers: true,
  run: async (req, { status, limit }) => {
    const { docs, totalDocs } = await req.payload.find({
      collection: 'transactions',
      where: {
        and: [
          { user: { equals: req.user?.id ?? null } },
          ...(status ? [{ status: { equals: status } }] : []),
        ],
      },
      sort: '-id',
      limit,
      depth: 0,
      req,
      overrideAccess: false,
    })
    // Nothing that pays, and nothing of the gateway's: a model has no use for it.
    const transactions = docs.map((one) => ({
      invoice: one.invoiceNumber,
      type: one.type,
      title: one.itemTitle ?? null,
      amountRupiah: one.amount,
      refundedRupiah: one.refundedAmount ?? 0,
      status: one.status,
      paymentMethod: one.paymentMethod ?? null,
      createdAt: one.createdAt,
      expiresAt: one.expiresAt ?? null,
      paidAt: one.paidAt ?? null,
    }))
    return { result: { found: totalDocs, transactions }, sources: [] }
  },
})

/** What the assistant may look up here, with the caller's own rights. */
export const paymentsTools: AssistantTool[] = [ownTransactions]
