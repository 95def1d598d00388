import type { CollectionAfterChangeHook } from 'payload'

import { showRupiah } from '@/lib/panel/showRupiah'
import type { Transaction } from '@/payload-types'
import { notify } from '@/plugins/notifications'
import { tell, userRoom } from '@/plugins/realtime'

import { PAYMENT_UPDATED } from '../constants'
import type { TransactionStatus } from '../contract'
import { whyOf } from '../operations/changeTransaction'

type Words = { kind: string; title: string; body: (about: string, amount: string) => string }

const WORDS: Partial<Record<TransactionStatus, Words>> = {
  SUCCESS: {
    kind: 'payment-success',
    title: 'Pembayaran berhasil',
    body: (about, amount) => `Pembayaran ${about} sebesar ${amount} sudah kami terima.`,
  },
  FAILED: {
    kind: 'payment-failed',
    title: 'Pembayaran gagal',
    body: (about) => `Pembayaran ${about} tidak berhasil. Silakan coba lagi.`,
  },
  EXPIRED: {
    kind: 'payment-expired',
    title: 'Pembayaran kedaluwarsa',
    body: (about) => `Batas waktu pembayaran ${about} sudah lewat. Silakan pesan kembali.`,
  },
  REFUNDED: {
    kind: 'payment-refunded',
    title: 'Dana dikembalikan',
    body: (about, amount) => `Pembayaran ${about} sebesar ${amount} telah dikembalikan.`,
  },
}

const RETURNED: Words = {
  kind: 'payment-to-be-returned',
  title: 'Pembayaran akan dikembalikan',
  body: (about, amount) =>
    `Pembayaran ${about} kami terima, tetapi pesanannya tidak dapat dipenuhi lagi. Dana ${amount} akan dikembalikan.`,
}

const PARTLY: Words = {
  kind: 'payment-partly-refunded',
  title: 'Sebagian dana dikembalikan',
  body: (about, amount) => `Dari pembayaran ${about} sudah dikembalikan ${amount}.`,
}

const wordsOf = (doc: Transaction, previousDoc: Transaction): Words | null => {
  const isOwed = (doc.refundDueAmount ?? 0) > (previousDoc.refundDueAmount ?? 0)
  if (isOwed) return RETURNED
  if (doc.status !== previousDoc.status) return WORDS[doc.status] ?? null
  return (doc.refundedAmount ?? 0) > (previousDoc.refundedAmount ?? 0) ? PARTLY : null
}

const amountOf = (words: Words, doc: Transaction): number => {
  if (words === RETURNED) return doc.refundDueAmount ?? 0
  return words === PARTLY ? (doc.refundedAmount ?? 0) : doc.amount
}

/** Tells the payer, once each: an entry of their inbox, and the event `payment_updated` after the commit. */
export const tellPayer: CollectionAfterChangeHook<Transaction> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  const user = typeof doc.user === 'object' ? doc.user?.id : doc.user
  if (operation !== 'update' || !user) return doc
  if (doc.status !== previousDoc.status) {
    await tell(req, userRoom(user), PAYMENT_UPDATED, { id: doc.id })
  }
  const words = wordsOf(doc, previousDoc)
  if (!words || whyOf(req)?.isQuiet) return doc
  const amount = amountOf(words, doc)
  const about = `${doc.itemTitle ?? ''} (${doc.invoiceNumber})`
  await notify(req, {
    user,
    kind: words.kind,
    title: words.title,
    body: words.body(about, showRupiah(amount)),
    data: { transaction: doc.id, type: doc.type, item: doc.itemId },
    key: `${words.kind}:${doc.id}:${amount}`,
    byMail: true,
  })
  return doc
}
