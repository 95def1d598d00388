import type { Endpoint } from 'payload'

import type { ConsultationsOptions } from '../index'
import { operationEndpoints } from './operations'
import { prescriptionEndpoint } from './prescription'
import { roomEndpoints } from './rooms'
import { statisticsEndpoint } from './statistics'

/** What stands beside the generated REST of consultations, below `/api/consultations`. */
export const consultationEndpoints = (options: ConsultationsOptions): Endpoint[] => {
  const { issuePrescription: issue, findPrescriptions: find } = options
  return [
    ...roomEndpoints(options),
    statisticsEndpoint,
    ...operationEndpoints,
    ...(issue ? [prescriptionEndpoint({ issue, find })] : []),
  ]
}
