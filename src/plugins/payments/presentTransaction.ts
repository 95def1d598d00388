import type { z } from 'zod'

import { showRupiah } from '@/lib/panel/showRupiah'
import type { Transaction } from '@/payload-types'

import { CHANNEL_NAMES, CHANNELS } from './constants'
import type { PresentedTransaction } from './contract'
import type { listedOrder, orderDetail, orderStatus } from './checkoutSchemas'

/** Transactions in the words of checkout.md. */

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null

const timeOf = (value: string | null | undefined): string | null =>
  value ? new Date(value).toISOString() : null

/** The channel's name stands first, whatever the method (contracts/README, "checkout"). */
const presentDetails = ({ paymentDetails, channel }: Transaction) => {
  const details = record(paymentDetails)
  const known = CHANNELS.find((one) => one === channel)
  return details && known ? { bank_name: CHANNEL_NAMES[known], ...details } : details
}

/** What it costs, and how it is paid. A hosted page is paid on by its address. */
export const presentMoney = (transaction: Transaction): PresentedTransaction => {
  const { snapToken: token, redirectUrl: redirect_url } = transaction
  const details = presentDetails(transaction)
  return {
    id: transaction.id,
    invoice_number: transaction.invoiceNumber,
    original_amount: transaction.originalAmount,
    discount: transaction.discount,
    amount: transaction.amount,
    payment_method: transaction.paymentMethod ?? null,
    payment_details: token ? { ...details, token, redirect_url } : details,
    status: transaction.status,
    created_at: new Date(transaction.createdAt).toISOString(),
    expires_at: timeOf(transaction.expiresAt),
  }
}

/** The item as it was when it was ordered: checkout.md's `item`. */
const presentItem = ({ itemId, itemTitle, itemSnapshot }: Transaction) => {
  const { thumbnail_url: thumbnail } = record(itemSnapshot) ?? {}
  return {
    id: itemId,
    title: itemTitle ?? '',
    thumbnail_url: typeof thumbnail === 'string' ? thumbnail : null,
  }
}

/** checkout.md, "Get Order Detail". */
export const presentDetail = (transaction: Transaction): z.infer<typeof orderDetail> => {
  const { id, invoice_number, ...money } = presentMoney(transaction)
  return {
    id,
    invoice_number,
    type: transaction.type,
    item: presentItem(transaction),
    ...money,
    paid_at: timeOf(transaction.paidAt),
  }
}

/** checkout.md, "Check Payment Status". */
export const presentStatus = (transaction: Transaction): z.infer<typeof orderStatus> => ({
  order_id: transaction.id,
  invoice_number: transaction.invoiceNumber,
  status: transaction.status,
  paid_at: timeOf(transaction.paidAt),
})

/** checkout.md, "Get Riwayat Transaksi User". */
export const presentListed = (transaction: Transaction): z.infer<typeof listedOrder> => ({
  id: transaction.id,
  invoice_number: transaction.invoiceNumber,
  type: transaction.type,
  item_title: transaction.itemTitle ?? '',
  amount: transaction.amount,
  amount_display: showRupiah(transaction.amount),
  payment_method: transaction.paymentMethod ?? null,
  status: transaction.status,
  created_at: new Date(transaction.createdAt).toISOString(),
  paid_at: timeOf(transaction.paidAt),
})
