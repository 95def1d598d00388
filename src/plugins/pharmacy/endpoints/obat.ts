import type { Endpoint } from 'payload'

import { importObatEndpoint } from './importObat'
import { importTemplateEndpoint } from './importTemplate'
import { lowStockEndpoint } from './lowStock'
import { lowStockFileEndpoint } from './lowStockFile'
import { soldEndpoint } from './sold'
import { soldFileEndpoint } from './soldFile'
import { stockCardEndpoints } from './stockCard'

/** What obat have beside their generated REST; Payload's own paths come after these. */
export const obatEndpoints: Endpoint[] = [
  lowStockEndpoint,
  soldEndpoint,
  lowStockFileEndpoint,
  soldFileEndpoint,
  importTemplateEndpoint,
  importObatEndpoint,
  ...stockCardEndpoints,
]
