import type { Channel } from '../constants'
import { CHANNEL_NAMES, CHANNELS, CHANNELS_OF } from '../constants'
import type { PaymentMethod } from '../contract'

/** Our channels in the words of the hosted page's `enabled_payments`. */
const ON_PAGE: Record<Channel, string> = {
  bsi: 'bsi_va',
  bni: 'bni_va',
  bca: 'bca_va',
  bri: 'bri_va',
  mandiri: 'echannel',
  permata: 'permata_va',
  cimb: 'cimb_va',
  gopay: 'gopay',
  shopeepay: 'shopeepay',
  qris: 'other_qris',
}

const isChannel = (name: string): name is Channel => CHANNELS.some((channel) => channel === name)

/** @throws {Error} for a channel that is none of ours: a fault in the program, not the client's */
const toChannel = (name: string): Channel => {
  if (!isChannel(name)) throw new Error(`No channel: ${name}`)
  return name
}

export const enabledPayments = (channels: readonly string[]): string[] => [
  ...new Set(channels.map((channel) => ON_PAGE[toChannel(channel)])),
]

/** How one channel is asked for in a charge. */
export const paymentOf = (method: PaymentMethod, name: string): Record<string, unknown> => {
  const channel = toChannel(name)
  const offered: readonly Channel[] = CHANNELS_OF[method]
  if (!offered.includes(channel)) throw new Error(`${method} has no channel ${channel}`)
  switch (channel) {
    case 'mandiri':
      return {
        payment_type: 'echannel',
        echannel: { bill_info1: 'Bayar:', bill_info2: 'Sehat' },
      }
    case 'gopay':
    case 'shopeepay':
      return { payment_type: channel }
    case 'qris':
      return { payment_type: 'qris', qris: { acquirer: 'gopay' } }
    default:
      return { payment_type: 'bank_transfer', bank_transfer: { bank: channel } }
  }
}

type Paid = { paymentType: string | null; bank: string | null; isPermata: boolean }

/**
 * The method and channel of ours that the gateway speaks of. A VA number is both BANK_TRANSFER's and
 * VIRTUAL_ACCOUNT's: it counts as the first unless the caller knows better.
 */
export const methodOf = ({
  paymentType,
  bank,
  isPermata,
}: Paid): { method: PaymentMethod | null; channel: Channel | null } => {
  switch (paymentType) {
    case 'qris':
      return { method: 'QRIS', channel: 'qris' }
    case 'gopay':
    case 'shopeepay':
      return { method: 'E_WALLET', channel: paymentType }
    case 'echannel':
      return { method: 'BANK_TRANSFER', channel: 'mandiri' }
    case 'bank_transfer': {
      const name = isPermata ? 'permata' : bank
      return { method: 'BANK_TRANSFER', channel: name && isChannel(name) ? name : null }
    }
    default:
      return { method: null, channel: null }
  }
}

export const channelName = (channel: Channel): string => CHANNEL_NAMES[channel]
