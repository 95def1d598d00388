import { z } from 'zod'

import type { AssistantTool } from '@/lib/assistantTool'
import { assistantTool, rows } from '@/lib/assistantTool'

import { billNumber, billPath } from './constants'

const ownBills = assistantTool({
  name: 'own_bills',
  description:
    "The reader's own examinations (pemeriksaan) and their bills, newest first: number, date, total, paid or not, and where to pay. No medical notes.",
  parameters: z.object({ unpaidOnly: z.boolean().optional(), limit: rows }),
  isForUsers: true,
  run: async (req, { unpaidOnly, limit }) => {
    const { docs, totalDocs } = await req.payload.find({
      collection: 'pemeriksaan',
      where: {
        and: [
          { patient: { equals: req.user?.id ?? null } },
          ...(unpaidOnly ? [{ paidAt: { exists: false } }] : []),
        ],
      },
      // Notes are between the doctor and the patient: no model reads them.
      select: { number: true, date: true, total: true, paidAt: true },
      sort: '-number',
      limit,
      depth: 0,
      req,
      overrideAccess: false,
    })
    const bills = docs.map(({ id, number, date, total, paidAt }) => ({
      number: billNumber(number ?? 0),
      date,
      totalRupiah: total,
      isPaid: Boolean(paidAt),
      paidAt: paidAt ?? null,
      url: billPath(id),
    }))
    return {
      result: { found: totalDocs, bills },
      sources: bills.map(({ number, url }) => ({ title: `Tagihan ${number}`, url })),
    }
  },
})

/** What the assistant may look up here, with the caller's own rights. */
export const examinationsTools: AssistantTool[] = [ownBills]
