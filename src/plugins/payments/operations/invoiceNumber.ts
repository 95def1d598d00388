import type { PayloadRequest } from 'payload'

import { isoDay } from '@/lib/clinicZone'

import type { PayableType } from '../contract'
import { engineOf } from '../engine'
import { nextInvoice } from '../transactions.sql'

/** Architecture, "The payable contract". */
const LETTERS: Record<PayableType, string> = {
  course: 'CRS',
  agenda: 'AGD',
  order: 'OBT',
  consultation: 'KSL',
  pemeriksaan: 'PMR',
}

const DIGITS_MIN = 4
const YEAR_DIGITS = 4

/** `INV-CRS-2026-0042`: unique and rising, by the year of the clinic's zone; gaps are allowed. */
export const drawInvoiceNumber = async (
  req: PayloadRequest,
  type: PayableType,
): Promise<string> => {
  const letters = LETTERS[type]
  const year = isoDay(new Date(), engineOf(req).clinicTimezone).slice(0, YEAR_DIGITS)
  const number = await nextInvoice(req, letters, Number(year))
  return `INV-${letters}-${year}-${String(number).padStart(DIGITS_MIN, '0')}`
}

/** What the gateway knows an attempt by: the invoice itself, then `…~2`, `…~3`. */
export const gatewayOrderIdOf = (invoice: string, attempt: number): string =>
  attempt === 1 ? invoice : `${invoice}~${attempt}`
