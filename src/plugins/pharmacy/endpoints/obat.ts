import type { Endpoint } from 'payload'

import { lowStockEndpoint } from './lowStock'
import { soldEndpoint } from './sold'
import { stockCardEndpoints } from './stockCard'

/** What obat have beside their generated REST; Payload's own paths come after these. */
export const obatEndpoints: Endpoint[] = [lowStockEndpoint, soldEndpoint, ...stockCardEndpoints]
