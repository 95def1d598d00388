import type { Endpoint } from 'payload'
import { z } from 'zod'

import { clinicZone, isoDay } from '@/lib/clinicZone'
import { contractEndpoint } from '@/lib/contractEndpoint'
import type { Cell } from '@/lib/csv'
import { BOM, csvHeaders, csvOf } from '@/lib/csv'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { languageOf } from '@/lib/panel/said'

import { exportQuery, soldPeriod } from '../stockReports'
import { findLowStock, findSold } from '../stockReports.sql'
import { LOW_HEADINGS, SOLD_HEADINGS } from '../stockReportWords'
import { DESK } from './answers'

const endpoint = contractEndpoint(generatedEnvelope)
/** No shop has more obat; a list is one statement and a few megabytes. */
const ALL = { page: 1, limit: 100_000 }
const answers = { 200: { mediaType: 'text/csv' } }

const fileOf = (rows: Cell[][], delimiter: ',' | ';', name: string): Response =>
  new Response(BOM + csvOf(rows, delimiter), { headers: csvHeaders(name) })

/** The reports on stock as files: all of their pages. */
export const stockReportFiles: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/low-stock/export',
    docs: { tag: 'obat', summary: 'Export what is low on stock as CSV' },
    roles: DESK,
    query: z.object(exportQuery),
    answers,
    handle: async (req, { query: { delimiter, search } }) => {
      const { rows } = await findLowStock(req, { ...ALL, search })
      const cells = rows.map((o) => [o.id, o.name, o.sku, o.unit, o.stock, o.lowStockThreshold])
      const today = isoDay(new Date(), clinicZone(req))
      const headings = LOW_HEADINGS[languageOf(req.i18n)]
      return fileOf([headings, ...cells], delimiter, `low-stock-${today}.csv`)
    },
  }),
  endpoint({
    method: 'get',
    path: '/sold/export',
    docs: { tag: 'obat', summary: 'Export what was sold as CSV' },
    roles: DESK,
    query: soldPeriod.extend(exportQuery),
    answers,
    handle: async (req, { query: { delimiter, ...query } }) => {
      const zone = clinicZone(req)
      const { rows } = await findSold(req, { ...query, zone }, { ...query, ...ALL })
      const cells = rows.map((o) => [
        o.id,
        o.name,
        o.sku,
        o.unit,
        o.sold,
        o.revenue,
        o.stock,
        o.daysOfCover,
      ])
      const headings = SOLD_HEADINGS[languageOf(req.i18n)]
      const name = `sold-${query.days}-days-${isoDay(new Date(), zone)}.csv`
      return fileOf([headings, ...cells], delimiter, name)
    },
  }),
]
