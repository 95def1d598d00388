import { clinicZone } from '@/lib/clinicZone'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { languageOf } from '@/lib/panel/said'

import { stockReportFile } from '../operations/stockReportFile'
import { ALL_ROWS, exportQuery, soldPeriod } from '../stockReports'
import { findSold } from '../stockReports.sql'
import { SOLD_HEADINGS } from '../stockReportWords'
import { DESK } from './answers'

/** `GET /api/obat/sold/export`. */
export const soldFileEndpoint = contractEndpoint(generatedEnvelope)({
  method: 'get',
  path: '/sold/export',
  docs: { tag: 'obat', summary: 'Export what was sold as CSV' },
  roles: DESK,
  query: soldPeriod.extend(exportQuery),
  answers: { 200: { mediaType: 'text/csv' } },
  handle: async (req, { query: { delimiter, ...query } }) => {
    const period = { ...query, zone: clinicZone(req) }
    const { rows } = await findSold(req, period, { ...query, ...ALL_ROWS })
    const cells = rows.map(({ id, name, sku, unit, sold, revenue, stock, daysOfCover }) => {
      return [id, name, sku, unit, sold, revenue, stock, daysOfCover]
    })
    const headings = SOLD_HEADINGS[languageOf(req.i18n)]
    return stockReportFile(req, `sold-${query.days}-days`, [headings, ...cells], delimiter)
  },
})
