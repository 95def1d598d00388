import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'

import { showRupiah } from '@/lib/panel/showRupiah'
import type { Transaction } from '@/payload-types'
import { notify } from '@/plugins/notifications'
import { tell, userRoom } from '@/plugins/realtime'

import { PAYMENT_UPDATED } from '../constants'
import type { TransactionStatus } from '../contract'
import type { Why } from '../operations/changeTransaction'
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

/** Paid twice, too much, or for a charge that was replaced: what was ordered is not touched by it. */
const UNUSED: Words = {
  kind: 'payment-unused',
  title: 'Kelebihan dana akan dikembalikan',
  body: (about, amount) =>
    `Dana ${amount} yang kami terima untuk ${about} tidak terpakai, dan akan dikembalikan.`,
}

const PARTLY: Words = {
  kind: 'payment-partly-refunded',
  title: 'Sebagian dana dikembalikan',
  body: (about, amount) => `Dari pembayaran ${about} sudah dikembalikan ${amount}.`,
}

type Change = { doc: Transaction; previousDoc: Transaction; why: Why | null }

const isOver = ({ status }: Transaction): boolean => status === 'FAILED' || status === 'EXPIRED'

const wordsOfDue = ({ doc, why }: Change): Words =>
  why?.cause === 'owed' || isOver(doc) ? RETURNED : UNUSED

const wordsOfStatus = ({ doc, why }: Change): Words[] => {
  // An end that the payer wanted, or was told of by the answer, is no news.
  if (isOver(doc) && why?.isQuiet) return []
  // What cost nothing was not paid for; what was given tells of itself.
  if (doc.amount === 0) return []
  const words = WORDS[doc.status]
  return words ? [words] : []
}

const wordsOf = (change: Change): Words[] => {
  const { doc, previousDoc } = change
  const hasStatus = doc.status !== previousDoc.status
  if ((doc.refundDueAmount ?? 0) > (previousDoc.refundDueAmount ?? 0)) {
    const due = wordsOfDue(change)
    return hasStatus && due === UNUSED ? [...wordsOfStatus(change), due] : [due]
  }
  if (hasStatus) return wordsOfStatus(change)
  return (doc.refundedAmount ?? 0) > (previousDoc.refundedAmount ?? 0) ? [PARTLY] : []
}

const amountOf = (words: Words, doc: Transaction): number => {
  if (words === RETURNED || words === UNUSED) return doc.refundDueAmount ?? 0
  return words === PARTLY ? (doc.refundedAmount ?? 0) : doc.amount
}

const notifyPayer = async (
  req: PayloadRequest,
  user: number,
  doc: Transaction,
  words: Words,
): Promise<void> => {
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
  for (const words of wordsOf({ doc, previousDoc, why: whyOf(req) })) {
    await notifyPayer(req, user, doc, words)
  }
  return doc
}
