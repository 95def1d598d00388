import { randomInt } from 'node:crypto'

import { qrString } from './qris'
import { Refusal } from './refusal'
import type { Charge, Order } from './types'

/** A way to pay on the hosted page, by its name in `enabled_payments`. */
export type PageMethod = { name: string; label: string; paymentType: string; bank?: string }

const va = (bank: string, label: string): PageMethod => ({
  name: `${bank}_va`,
  label: `${label} Virtual Account`,
  paymentType: 'bank_transfer',
  bank,
})

const PAGE_METHODS: PageMethod[] = [
  va('bsi', 'BSI'),
  va('bni', 'BNI'),
  va('bca', 'BCA'),
  va('bri', 'BRI'),
  { name: 'echannel', label: 'Mandiri Bill Payment', paymentType: 'echannel' },
  va('permata', 'Permata'),
  va('cimb', 'CIMB Niaga'),
  va('danamon', 'Danamon'),
  { name: 'gopay', label: 'GoPay', paymentType: 'gopay' },
  { name: 'shopeepay', label: 'ShopeePay', paymentType: 'shopeepay' },
  { name: 'other_qris', label: 'QRIS', paymentType: 'qris' },
  { name: 'credit_card', label: 'Kartu kredit', paymentType: 'credit_card' },
  { name: 'indomaret', label: 'Indomaret', paymentType: 'cstore' },
]

export const PAYMENT_TYPES = [...new Set(PAGE_METHODS.map(({ paymentType }) => paymentType))]
export const BANKS = PAGE_METHODS.flatMap(({ bank }) => bank ?? [])

/** What the page offers: everything, where the order does not say. */
export const offered = ({ enabled }: Order): PageMethod[] =>
  enabled.length === 0 ? PAGE_METHODS : PAGE_METHODS.filter(({ name }) => enabled.includes(name))

const digits = (count: number): string =>
  Array.from({ length: count }, () => String(randomInt(10))).join('')

/** What a method adds to answers and notices. */
export const extrasOf = (
  paymentType: string,
  bank: string | undefined,
  { orderId, amount }: { orderId: string; amount: number },
): Record<string, unknown> => {
  switch (paymentType) {
    case 'bank_transfer':
      return bank === 'permata'
        ? { permata_va_number: `8562${digits(12)}` }
        : { va_numbers: [{ bank: bank ?? 'bni', va_number: `88${digits(14)}` }] }
    case 'echannel':
      return { biller_code: '70012', bill_key: digits(12) }
    case 'qris':
      return { acquirer: 'gopay', issuer: 'gopay', qr_string: qrString(orderId, amount) }
    case 'credit_card':
      return { bank: 'bni', masked_card: '48111111-1114', card_type: 'credit' }
    case 'cstore':
      return { store: 'indomaret', payment_code: digits(14) }
    default:
      return {}
  }
}

/** What only the charge's answer tells; notices and the status do not repeat it. */
const ANSWER_ONLY = new Set(['qr_string'])

export const lastingExtras = ({ extras }: Charge): Record<string, unknown> =>
  Object.fromEntries(Object.entries(extras).filter(([name]) => !ANSWER_ONLY.has(name)))

/** Where the charge's answer sends the payer. */
export const actionsOf = (
  { paymentType, transactionId }: Charge,
  orderId: string,
  baseUrl: string,
): Record<string, unknown> => {
  const qr = {
    name: 'generate-qr-code',
    method: 'GET',
    url: `${baseUrl}/v2/${paymentType}/${transactionId}/qr-code`,
  }
  const deeplink = {
    name: 'deeplink-redirect',
    method: 'GET',
    url: `${baseUrl}/simulator/pay/${orderId}`,
  }
  switch (paymentType) {
    case 'gopay':
      return { actions: [qr, deeplink] }
    case 'shopeepay':
      return { actions: [deeplink] }
    case 'qris':
      return { actions: [qr] }
    default:
      return {}
  }
}

/** VA and counter payments go back by hand only. */
const REFUNDABLE = new Set(['credit_card', 'gopay', 'shopeepay', 'qris'])
const WHOLE_ONLY = new Set(['shopeepay'])

/** @throws {Refusal} as the method's rules have it */
export const assertRefundable = ({ paymentType }: Charge, isPartial: boolean): void => {
  if (!REFUNDABLE.has(paymentType)) {
    throw new Refusal(412, [`Refund is not supported for payment type ${paymentType}`])
  }
  if (isPartial && WHOLE_ONLY.has(paymentType)) {
    throw new Refusal(414, [`Partial refund is not supported for payment type ${paymentType}`])
  }
}

export const isRefundable = ({ paymentType }: Charge): boolean => REFUNDABLE.has(paymentType)
