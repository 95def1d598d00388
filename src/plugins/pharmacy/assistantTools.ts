import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'

import type { AssistantTool } from '@/lib/assistantTool'
import { assistantTool, rows, words, wordsOf } from '@/lib/assistantTool'
import { cardText } from '@/lib/cardKind'
import type { Obat, Order } from '@/payload-types'

import { DRUG_CLASSES, ORDER_STATUSES } from './constants'
import { findByWords, FOUND_MAX } from './obatWords.sql'

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

type Asked = {
  words?: string | undefined
  drugClass?: Obat['drugClass'] | undefined
  inStockOnly?: boolean | undefined
}

/** What is on offer to the caller, the best first; by name where no words are asked for. */
const findObat = async (req: PayloadRequest, asked: Asked): Promise<Obat[]> => {
  const words = wordsOf(asked.words?.toLowerCase())
  const ids = words.length > 0 ? await findByWords(req, words) : null
  if (ids?.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'obat',
    where: {
      and: [
        { active: { equals: true } },
        ...(ids ? [{ id: { in: ids } }] : []),
        ...(asked.drugClass ? [{ drugClass: { equals: asked.drugClass } }] : []),
        ...(asked.inStockOnly ? [{ stock: { greater_than: 0 } }] : []),
      ],
    },
    sort: 'name',
    limit: FOUND_MAX,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: false,
  })
  if (!ids) return docs
  const rank = new Map(ids.map((id, index) => [id, index]))
  return docs.sort((left, right) => (rank.get(left.id) ?? 0) - (rank.get(right.id) ?? 0))
}

const searchObat = assistantTool({
  name: 'search_obat',
  description:
    'Medicines that the pharmacy sells: price, stock, class (bebas, bebas-terbatas, keras) and whether a prescription is needed. Found by name, category or what they are for; without words the list by name.',
  parameters: z.object({
    words: words.optional(),
    drugClass: z.enum(DRUG_CLASSES).optional(),
    inStockOnly: z.boolean().optional(),
    limit: rows,
  }),
  isForUsers: false,
  run: async (req, asked) => {
    const found = await findObat(req, asked)
    const obat = found.slice(0, asked.limit).map(tellObat)
    return {
      result: { found: found.length, obat },
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
