/** Where the gateway is, and who we are to it. */
export type GatewayOptions = {
  serverKey: string
  clientKey: string
  isProduction: boolean
  /** One address for Snap and Core: a simulator; null for Midtrans itself. */
  baseUrl: string | null
}
