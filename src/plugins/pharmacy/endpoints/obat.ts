import type { Endpoint } from 'payload'

import { importObatEndpoint } from './importObat'
import { importTemplateEndpoint } from './importTemplate'
import { lowStockEndpoint } from './lowStock'
import { soldEndpoint } from './sold'
import { stockCardEndpoints } from './stockCard'
import { stockReportFiles } from './stockReportFiles'

/** What obat have beside their generated REST; Payload's own paths come after these. */
export const obatEndpoints: Endpoint[] = [
  lowStockEndpoint,
  soldEndpoint,
  ...stockReportFiles,
  importTemplateEndpoint,
  importObatEndpoint,
  ...stockCardEndpoints,
]
