import type { Endpoint } from 'payload'

import type { PharmacyOptions } from '../index'
import { deskEndpoints } from './desk'
import { ownOrderEndpoints } from './ownOrders'
import { proofEndpoint } from './proof'

/** Contract apotek.md without its account part, under `/api/apotek`. Earlier paths win over later ones. */
export const pharmacyEndpoints = (options: PharmacyOptions): Endpoint[] => [
  proofEndpoint(options),
  ...deskEndpoints(options),
  ...ownOrderEndpoints(options),
]
