import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import type { z } from 'zod'

import type { ItemRow, ObatRow, OrderRow } from './contract.sql'
import { cleanDetails } from './details'
import { signProofUrl } from './proofUrl'
import type { contractDeskOrder, contractItem, contractObat, contractOrder, meta } from './schemas'

/** What presenting needs to know of the server. */
export type Presenter = { secret: string; serverUrl: string }

const iso = (time: string): string => new Date(time).toISOString()

const plainText = (description: unknown): string =>
  description ? convertLexicalToPlaintext({ data: description as never }).trim() : ''

const presentObat = (obat: ObatRow, { serverUrl }: Presenter): z.infer<typeof contractObat> => ({
  id: obat.id,
  name: obat.name,
  description: plainText(obat.description),
  price: obat.price,
  stock: obat.stock,
  image: obat.image ? `${serverUrl}/api/media/file/${encodeURIComponent(obat.image)}` : null,
})

const presentItem = (
  item: ItemRow,
  order: number,
  presenter: Presenter,
): z.infer<typeof contractItem> => ({
  id: item.id,
  order_id: order,
  obat_id: item.obat_id,
  quantity: item.quantity,
  unit_price: item.unit_price,
  subtotal: item.subtotal,
  obat: presentObat(item.obat, presenter),
})

const presentDetails = (row: OrderRow, { secret, serverUrl }: Presenter) => {
  const proof = row.proof
    ? {
        proof_url: signProofUrl(secret, serverUrl, row.proof),
        proof_path: `payments/${row.proof}`,
      }
    : {}
  const rejection = row.reject_reason
    ? { rejected_reason: row.reject_reason, rejected_at: row.rejected_at && iso(row.rejected_at) }
    : {}
  const details = { ...cleanDetails(row.payment_details), ...proof, ...rejection }
  return Object.keys(details).length > 0 ? details : null
}

/** An order as its owner sees it (apotek.md, "Order"). */
export const presentOrder = (
  row: OrderRow,
  presenter: Presenter,
): z.infer<typeof contractOrder> => ({
  id: row.id,
  user_id: row.user_id,
  total_price: row.total_price,
  status: row.status,
  shipping_address: row.shipping_address,
  payment_method: row.payment_method,
  payment_status: row.payment_status,
  payment_details: presentDetails(row, presenter),
  paid_at: row.paid_at && iso(row.paid_at),
  paid_by: row.paid_by,
  created_at: iso(row.created_at),
  updated_at: iso(row.updated_at),
  items: row.items.map((item) => presentItem(item, row.id, presenter)),
})

/** An order as the desk sees it: with buyer, taker, and what was noted at the counter. */
export const presentDeskOrder = (
  row: OrderRow,
  presenter: Presenter,
): z.infer<typeof contractDeskOrder> => ({
  ...presentOrder(row, presenter),
  user: row.buyer,
  paidBy: row.taker,
  customer_name: row.customer_name,
  customer_phone: row.customer_phone,
  prescription_seen: row.prescription_seen ?? false,
})

/** Laravel's page counts. */
export const presentMeta = (
  page: number,
  perPage: number,
  total: number,
): z.infer<typeof meta> => ({
  current_page: page,
  last_page: Math.max(1, Math.ceil(total / perPage)),
  per_page: perPage,
  total,
})

/** A page of a report, with Payload's names for the counts. */
export const presentPage = <Row>(
  { page, limit }: { page: number; limit: number },
  docs: Row[],
  totalDocs: number,
) => ({ docs, totalDocs, limit, page, totalPages: Math.max(1, Math.ceil(totalDocs / limit)) })
