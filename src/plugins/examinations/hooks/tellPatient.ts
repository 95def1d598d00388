import type { CollectionAfterChangeHook } from 'payload'

import { showRupiah } from '@/lib/panel/showRupiah'
import type { Pemeriksaan } from '@/payload-types'
import { notify } from '@/plugins/notifications'

import { billPath } from '../constants'
import type { ExaminationsOptions } from '../index'
import { billTitle } from '../operations/quoteBill'

type Notice = Pick<Parameters<typeof notify>[1], 'kind' | 'title' | 'body'>
type Change = { doc: Pemeriksaan; previousDoc: Partial<Pemeriksaan>; operation: string }

/** None of what was examined: mails are read over shoulders. */
const noticeOf = ({ doc, previousDoc, operation }: Change, serverUrl: string): Notice | null => {
  const title = billTitle({ number: doc.number ?? 0 })
  const amount = showRupiah(doc.total)
  if (operation === 'create') {
    const body = `${title} sebesar ${amount} dapat dilihat dan dibayar di ${serverUrl}${billPath(doc.id)}`
    return { kind: 'bill-ready', title: 'Tagihan pemeriksaan', body }
  }
  // Of what was paid online the transaction tells.
  const isTaken = Boolean(doc.paidAt) && !previousDoc.paidAt
  if (isTaken && (!doc.transaction || doc.total === 0)) {
    return { kind: 'bill-paid', title: 'Pembayaran diterima', body: `${title} sudah lunas.` }
  }
  if (!doc.refundedAt || previousDoc.refundedAt) return null
  const body = `Pembayaran ${title} sebesar ${amount} telah dikembalikan di kasir.`
  return { kind: 'bill-given-back', title: 'Dana dikembalikan', body }
}

/** The patient hears of a bill, once each: that it is there, was paid at the desk, was given back. */
export const tellPatient =
  ({ serverUrl }: ExaminationsOptions): CollectionAfterChangeHook<Pemeriksaan> =>
  async ({ doc, previousDoc, operation, req }) => {
    const notice = noticeOf({ doc, previousDoc: previousDoc ?? {}, operation }, serverUrl)
    const user = typeof doc.patient === 'object' ? doc.patient?.id : doc.patient
    if (!notice || !user) return doc
    const key = `${notice.kind}:${doc.id}:${doc.paidAt ?? ''}`
    await notify(req, { ...notice, user, data: { pemeriksaan: doc.id }, key, byMail: true })
    return doc
  }
