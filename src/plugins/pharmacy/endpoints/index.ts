import type { Endpoint } from 'payload'

import type { PharmacyOptions } from '../index'
import { cancelOrderEndpoint } from './cancelOrder'
import { createOrderEndpoint } from './createOrder'
import { deskOrdersEndpoints } from './deskOrders'
import { deskPendingEndpoint } from './deskPending'
import { deskTransitions } from './deskTransitions'
import { notifyPaymentEndpoint } from './notifyPayment'
import { proofEndpoint } from './proof'
import { readOrdersEndpoints } from './readOrders'

/** Contract apotek.md without its account part, under `/api/apotek`. Earlier paths win over later ones. */
export const pharmacyEndpoints = (options: PharmacyOptions): Endpoint[] => [
  createOrderEndpoint(options),
  ...readOrdersEndpoints(options),
  cancelOrderEndpoint(options),
  notifyPaymentEndpoint(options),
  deskPendingEndpoint(options),
  ...deskOrdersEndpoints(options),
  ...deskTransitions(options),
  proofEndpoint,
]
