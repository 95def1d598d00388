import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import { z } from 'zod'

import type { AssistantTool } from '@/lib/assistantTool'
import { assistantTool, rows, withWords, words } from '@/lib/assistantTool'
import { cardText } from '@/lib/cardKind'
import type { Obat, Order } from '@/payload-types'

import { DRUG_CLASSES, ORDER_STATUSES } from './constants'

const tellObat = (obat: Obat) => ({
  name: obat.name,
  priceRupiah: obat.price,
  unit: obat.unit ?? 'pcs',
  stock: obat.stock ?? 0,
  drugClass: obat.drugClass,
  requiresPrescription: obat.drugClass === 'keras' || Boolean(obat.requiresPrescription),
  bpomNumber: obat.bpomNumber ?? null,
  description: cardText(obat.description && convertLexicalToPlaintext({ data: obat.description })),
  url: `/obat/${obat.slug}`,
})

const searchObat = assistantTool({
  name: 'search_obat',
  description:
    'Medicines that the pharmacy sells: price, stock, class (bebas, bebas-terbatas, keras) and whether a prescription is needed. Search by name, generic name or category; without words the list by name.',
  parameters: z.object({
    words: words.optional(),
    drugClass: z.enum(DRUG_CLASSES).optional(),
    inStockOnly: z.boolean().optional(),
    limit: rows,
  }),
  isForUsers: false,
  run: async (req, asked) => {
    const { docs, totalDocs } = await req.payload.find({
      collection: 'obat',
      where: {
        and: [
          { active: { equals: true } },
          ...withWords(asked.words, 'name', 'category.name'),
          ...(asked.drugClass ? [{ drugClass: { equals: asked.drugClass } }] : []),
          ...(asked.inStockOnly ? [{ stock: { greater_than: 0 } }] : []),
        ],
      },
      sort: 'name',
      limit: asked.limit,
      depth: 0,
      req,
      overrideAccess: false,
    })
    const obat = docs.map(tellObat)
    return {
      result: { found: totalDocs, obat },
      sources: obat.map(({ name, url }) => ({ title: name, url })),
    }
  },
})

const tellOrder = (order: Order) => ({
  number: order.id,
  orderedAt: order.createdAt,
  status: order.status,
  paymentStatus: order.paymentStatus,
  paymentMethod: order.paymentMethod ?? null,
  totalRupiah: order.totalPrice,
  paidAt: order.paidAt ?? null,
  expiresAt: order.expiresAt ?? null,
  items: (order.items ?? []).map(({ obat, quantity, subtotal }) => ({
    // An obat that is no longer sold is named by its number.
    name: typeof obat === 'object' ? obat.name : `obat ${obat}`,
    quantity,
    subtotalRupiah: subtotal ?? null,
  })),
})

const ownOrders = assistantTool({
  name: 'own_orders',
  description:
    "The reader's own orders of medicines, newest first: items, total, status and payment. Nobody else's can be asked for.",
  parameters: z.object({ status: z.enum(ORDER_STATUSES).optional(), limit: rows }),
  isForUsers: true,
  run: async (req, { status, limit }) => {
    const { docs, totalDocs } = await req.payload.find({
      collection: 'orders',
      where: {
        and: [
          { user: { equals: req.user?.id ?? null } },
          ...(status ? [{ status: { equals: status } }] : []),
        ],
      },
      select: {
        createdAt: true,
        status: true,
        paymentStatus: true,
        paymentMethod: true,
        totalPrice: true,
        paidAt: true,
        expiresAt: true,
        items: true,
      },
      populate: { obat: { name: true } },
      sort: '-id',
      limit,
      depth: 1,
      req,
      overrideAccess: false,
    })
    return {
      result: { found: totalDocs, orders: docs.map((one) => tellOrder(one as Order)) },
      sources: [],
    }
  },
})

/** What the assistant may look up here, with the caller's own rights. */
export const pharmacyTools: AssistantTool[] = [searchObat, ownOrders]
