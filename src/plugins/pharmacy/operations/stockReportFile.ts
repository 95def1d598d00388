import type { PayloadRequest } from 'payload'

import { clinicZone, isoDay } from '@/lib/clinicZone'
import type { Cell, Delimiter } from '@/lib/csv'
import { BOM, csvHeaders, csvOf } from '@/lib/csv'

/** A report on stock as a file for spreadsheets, with the clinic's day in its name. */
export const stockReportFile = (
  req: PayloadRequest,
  name: string,
  rows: Cell[][],
  delimiter: Delimiter,
): Response => {
  const today = isoDay(new Date(), clinicZone(req))
  return new Response(BOM + csvOf(rows, delimiter), { headers: csvHeaders(`${name}-${today}.csv`) })
}
