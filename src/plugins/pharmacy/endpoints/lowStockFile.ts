import { z } from 'zod'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { languageOf } from '@/lib/panel/said'

import { stockReportFile } from '../operations/stockReportFile'
import { ALL_ROWS, exportQuery } from '../stockReports'
import { findLowStock } from '../stockReports.sql'
import { LOW_HEADINGS } from '../stockReportWords'
import { DESK } from './answers'

/** `GET /api/obat/low-stock/export`. */
export const lowStockFileEndpoint = contractEndpoint(generatedEnvelope)({
  method: 'get',
  path: '/low-stock/export',
  docs: { tag: 'obat', summary: 'Export what is low on stock as CSV' },
  roles: DESK,
  query: z.object(exportQuery),
  answers: { 200: { mediaType: 'text/csv' } },
  handle: async (req, { query: { delimiter, search } }) => {
    const { rows } = await findLowStock(req, { ...ALL_ROWS, search })
    const cells = rows.map((o) => [o.id, o.name, o.sku, o.unit, o.stock, o.lowStockThreshold])
    const headings = LOW_HEADINGS[languageOf(req.i18n)]
    return stockReportFile(req, 'low-stock', [headings, ...cells], delimiter)
  },
})
