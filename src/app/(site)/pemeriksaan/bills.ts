import type { PayloadRequest } from 'payload'

export type Bill = {
  id: string
  number: string
  date: string
  total: number
  paidAt: string | null
  /** Its money was given back at the desk: it is over. */
  isRefunded: boolean
  details: {
    doctor: string | null
    lines: { name: string; price: number; quantity: number }[]
  } | null
}

/** Where an online payment of a bill stands; null: none was begun. */
export type Payment = {
  /** What the gateway knows the newest attempt by; null before it was asked. */
  orderId: string | null
  status: 'PENDING' | 'SUCCESS' | 'FAILED' | 'EXPIRED' | 'REFUNDED'
} | null

type Bills = {
  read: (req: PayloadRequest, id: string) => Promise<Bill | null>
  /** @returns the gateway's page; null: it cost nothing, and is paid by now */
  pay: (req: PayloadRequest, id: string) => Promise<{ redirectUrl: string | null }>
  /** @param ask the gateway too, where the payment is not final */
  follow: (req: PayloadRequest, id: string, ask: boolean) => Promise<Payment>
}

/** `config.custom.bills`; null where examinations are taken out. */
export const billsOf = ({ payload }: PayloadRequest): Bills | null =>
  (payload.config.custom as { bills?: Bills }).bills ?? null

export const zoneOf = ({ payload }: PayloadRequest): string =>
  payload.config.admin.timezones.defaultTimezone ?? 'UTC'

export const addressOf = (id: string): string => `/pemeriksaan/${encodeURIComponent(id)}`

/** How a bill stands, in words and for its look. */
export const stateOf = ({ isRefunded, paidAt }: Bill) => {
  if (isRefunded) return { name: 'refunded', text: 'Dana dikembalikan' } as const
  if (paidAt) return { name: 'paid', text: 'Lunas' } as const
  return { name: 'unpaid', text: 'Belum dibayar' } as const
}
