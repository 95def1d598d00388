import { createClient } from './client'
import type { GatewayOptions } from './options'

/** No call is made. */
const NO_TIME = 1

/** Where the gateway's page of payment is: what a form of ours may lead to. `https://app.midtrans.com` */
export const pageOrigin = (options: GatewayOptions): string => {
  const { snap } = createClient(options, NO_TIME)
  return new URL(snap.apiConfig.getSnapApiBaseUrl()).origin
}
