/** What the gateway can send back of an attempt: any amount, the whole only, nothing (references: Midtrans). */
export type ByGateway = 'any' | 'whole' | 'none'

const OF_BANKS: readonly (string | null)[] = ['BANK_TRANSFER', 'VIRTUAL_ACCOUNT']

/** By the way that an attempt was paid. What we have no name for may be refundable: the gateway says. */
export const refundByGateway = (method: string | null, channel: string | null): ByGateway => {
  if (OF_BANKS.includes(method)) return 'none'
  return channel === 'shopeepay' ? 'whole' : 'any'
}
