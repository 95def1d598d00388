import type { PayloadRequest } from 'payload'

import type { Pemeriksaan } from '@/payload-types'

import { billNumber } from '../constants'
import { billId } from './existingBill'

/** What a bill's page shows. Whole rupiah; times ISO 8601. Nothing medical but the lines' names. */
export type Bill = {
  id: string
  /** `PMR-0001` */
  number: string
  date: string
  total: number
  /** null while it is not paid. */
  paidAt: string | null
  /** The desk gave the money back: it is over. */
  isRefunded: boolean
  /** For the patient alone; null for everybody else who has the link. */
  details: { doctor: string | null; lines: BillLine[] } | null
}

type BillLine = { name: string; price: number; quantity: number }

const nameOf = (doctor: Pemeriksaan['doctor']): string | null =>
  doctor && typeof doctor === 'object' ? (doctor.name ?? null) : null

/** What was examined is not even read for who may not see it; the notes never are. */
const PUBLIC = { number: true, date: true, total: true, paidAt: true, refundedAt: true } as const
const DETAILS = { items: true, doctor: true } as const

const find = async (req: PayloadRequest, id: string, select: object) => {
  const { docs } = await req.payload.find({
    collection: 'pemeriksaan',
    where: { id: { equals: id } },
    select,
    populate: { doctors: { name: true }, users: { name: true } },
    depth: 1,
    limit: 1,
    pagination: false,
    req,
    overrideAccess: true,
  })
  return docs[0] ?? null
}

const detailsOf = async (req: PayloadRequest, id: string): Promise<Bill['details']> => {
  const document = await find(req, id, DETAILS)
  if (!document) return null
  const lines = document.items.map(({ name, price, quantity }) => ({ name, price, quantity }))
  return { doctor: nameOf(document.doctor), lines }
}

const isPatient = async (req: PayloadRequest, id: string): Promise<boolean> => {
  if (!req.user) return false
  const { totalDocs } = await req.payload.count({
    collection: 'pemeriksaan',
    where: { and: [{ id: { equals: id } }, { patient: { equals: req.user.id } }] },
    req,
    overrideAccess: true,
  })
  return totalDocs > 0
}

/**
 * The bill behind a link: whoever has it sees number, date and total; its signed-in patient also what
 * was examined.
 * @param text any; a bill's id
 * @returns null when there is no such bill
 */
export const readBill = async (req: PayloadRequest, text: string): Promise<Bill | null> => {
  const id = billId(text)
  const document = id && (await find(req, id, PUBLIC))
  if (!document) return null
  return {
    id: document.id,
    number: billNumber(document.number ?? 0),
    date: new Date(document.date).toISOString(),
    total: document.total,
    paidAt: document.paidAt ? new Date(document.paidAt).toISOString() : null,
    isRefunded: Boolean(document.refundedAt),
    details: (await isPatient(req, id)) ? await detailsOf(req, id) : null,
  }
}
