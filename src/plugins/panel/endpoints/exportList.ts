import type { CollectionSlug, Endpoint } from 'payload'

import type { Role } from '@/access/roles'
import { clinicZone, isoDay } from '@/lib/clinicZone'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { csvHeaders } from '@/lib/csv'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { whereOf } from '@/lib/listFilter'
import { forbidden } from '@/lib/refusals'
import { streamOf } from '@/lib/streamOf'

import { badFilter, noColumns } from '../errors'
import { exportColumns } from '../operations/exportColumns'
import { exportList, idsOf } from '../operations/exportList'
import { exportQuery } from './exportQuery'

const STAFF: readonly Role[] = ['admin', 'cashier', 'doctor', 'editor']

/** `GET /api/<collection>/export`: what a list of the panel shows, all of its pages, as CSV. */
export const exportEndpoint = (slug: CollectionSlug): Endpoint =>
  contractEndpoint(generatedEnvelope)({
    method: 'get',
    path: '/export',
    docs: {
      tag: slug,
      summary: 'Export a list as CSV',
      description:
        'At most 100,000 documents, with what the reader may read. `X-Total-Rows` says how many come.',
    },
    roles: STAFF,
    query: exportQuery,
    answers: { 200: { mediaType: 'text/csv' } },
    refusals: [badFilter, noColumns],
    handle: async (req, { query: { columns: asked, delimiter, search, sort } }) => {
      const { config } = req.payload.collections[slug]
      if (!(await config.access.read({ req }))) throw forbidden()
      const columns = await exportColumns(req, config, asked?.split(',') ?? null)
      if (columns.length === 0) throw noColumns()
      const where = whereOf(req, config, search)
      const ids = await idsOf(req, { collection: slug, where, sort })
      const today = isoDay(new Date(), clinicZone(req))
      const headers = { ...csvHeaders(`${slug}-${today}.csv`), 'X-Total-Rows': `${ids.length}` }
      return new Response(streamOf(exportList(req, slug, ids, columns, delimiter)), { headers })
    },
  })
