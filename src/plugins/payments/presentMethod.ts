import type { z } from 'zod'

import type { paymentMethod } from './checkoutSchemas'
import type { Channel } from './constants'
import { CHANNEL_NAMES } from './constants'
import type { PaymentMethod } from './contract'

/** As checkout.md has them; VIRTUAL_ACCOUNT, which its table of methods knows, stands at the end. */
const METHODS: Record<PaymentMethod, { name: string; description: string; icon: string }> = {
  BANK_TRANSFER: {
    name: 'Transfer Bank',
    description: 'Transfer melalui Virtual Account',
    icon: 'bank',
  },
  E_WALLET: {
    name: 'E-Wallet',
    description: 'Pembayaran melalui dompet digital',
    icon: 'wallet',
  },
  QRIS: { name: 'QRIS', description: 'Scan QR Code untuk pembayaran', icon: 'qr-code' },
  VIRTUAL_ACCOUNT: {
    name: 'Virtual Account',
    description: 'Bayar ke nomor Virtual Account',
    icon: 'bank',
  },
}

/** A method of payment, with the channels that one can choose from. */
export const presentMethod = (
  { method, channels }: { method: PaymentMethod; channels: Channel[] },
  serverUrl: string,
): z.infer<typeof paymentMethod> => {
  const about = { id: method, ...METHODS[method] }
  if (method === 'QRIS') return about
  return {
    ...about,
    channels: channels.map((id) => ({
      id,
      name: CHANNEL_NAMES[id],
      icon_url: `${serverUrl}/api/v1/payment-methods/icons/${id}.svg`,
    })),
  }
}
