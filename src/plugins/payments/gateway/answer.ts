import { z } from 'zod'

import type { Channel } from '../constants'
import type { GatewayState } from './gateway'
import { GATEWAY_STATUSES, GatewayError } from './gateway'
import { channelName, methodOf } from './methods'

/** Amounts come as `"200000.00"`; a fraction of a rupiah is none of our amounts. */
const rupiah = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,15}(?:\.0+)?$/))
  .transform((text) => Math.trunc(Number(text)))

/** GMT+7, without saying so: `2026-11-21 10:05:13`. */
const time = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
  .transform((text) => new Date(`${text.replace(' ', 'T')}+07:00`))
  .refine((date) => !Number.isNaN(date.getTime()))

const text = z.string().nullish().catch(null)

/** What decides is checked strictly; what merely tells is left out where it is not as expected. */
const answer = z.object({
  order_id: z.string(),
  transaction_status: z.enum(GATEWAY_STATUSES),
  gross_amount: rupiah,
  currency: z.string().default('IDR'),
  fraud_status: z.enum(['accept', 'challenge', 'deny']).nullish(),
  refund_amount: rupiah.nullish(),
  refunds: z
    .array(z.object({ refund_key: z.string().default(''), refund_amount: rupiah }))
    .nullish(),
  transaction_id: text,
  payment_type: text,
  va_numbers: z
    .array(z.object({ bank: z.string(), va_number: z.string() }))
    .nullish()
    .catch(null),
  permata_va_number: text,
  biller_code: text,
  bill_key: text,
  qr_string: text,
  actions: z
    .array(z.object({ name: z.string(), url: z.string() }))
    .nullish()
    .catch(null),
  settlement_time: time.nullish().catch(null),
  expiry_time: time.nullish().catch(null),
})
type Answer = z.infer<typeof answer>

const actionUrl = ({ actions }: Answer, name: string): string | undefined =>
  actions?.find((action) => action.name === name)?.url

const withoutAbsent = (details: Record<string, string | null | undefined>) =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value != null))

/** What the payer needs, in the contract's words; what the answer does not tell is left out. */
const detailsOf = (told: Answer, channel: Channel | null): Record<string, unknown> => {
  const qrUrl =
    actionUrl(told, 'generate-qr-code') ?? actionUrl(told, 'generate-qr-code-v2') ?? null
  switch (channel) {
    case null:
      return {}
    case 'qris':
      return withoutAbsent({ qr_string: told.qr_string, qr_url: qrUrl })
    case 'gopay':
    case 'shopeepay':
      return withoutAbsent({ deeplink_url: actionUrl(told, 'deeplink-redirect'), qr_url: qrUrl })
    default:
      return withoutAbsent({
        bank_name: channelName(channel),
        va_number: told.permata_va_number ?? told.va_numbers?.[0]?.va_number,
        biller_code: told.biller_code,
        bill_key: told.bill_key,
      })
  }
}

/**
 * Reads what the gateway tells of an attempt; unknown fields are tolerated.
 * @throws {GatewayError} `unknown`, when it cannot be what was asked for
 */
export const readState = (raw: unknown, gatewayOrderId: string, call: string): GatewayState => {
  const { data, error } = answer.safeParse(raw)
  if (!data) {
    const fields = [...new Set(error.issues.map(({ path }) => path.join('.') || 'the whole'))]
    throw new GatewayError('unknown', `Midtrans (${call}): not understood: ${fields.join(', ')}`)
  }
  if (data.order_id !== gatewayOrderId) {
    throw new GatewayError('unknown', `Midtrans (${call}): the answer is about another order`)
  }
  const { method, channel } = methodOf({
    paymentType: data.payment_type ?? null,
    bank: data.va_numbers?.[0]?.bank.toLowerCase() ?? null,
    isPermata: data.permata_va_number != null,
  })
  const refunds = (data.refunds ?? []).map((refund) => ({
    key: refund.refund_key,
    amount: refund.refund_amount,
  }))
  return {
    gatewayOrderId,
    gatewayId: data.transaction_id ?? null,
    status: data.transaction_status,
    fraudStatus: data.fraud_status ?? null,
    amount: data.gross_amount,
    currency: data.currency,
    paymentType: data.payment_type ?? null,
    method,
    channel,
    details: detailsOf(data, channel),
    refundedAmount: data.refund_amount ?? refunds.reduce((sum, { amount }) => sum + amount, 0),
    refunds,
    settledAt: data.settlement_time ?? null,
    expiresAt: data.expiry_time ?? null,
  }
}

const page = z.object({ token: z.string().min(1), redirect_url: z.url({ protocol: /^https?$/ }) })

/** @throws {GatewayError} `unknown` */
export const readPage = (raw: unknown): { token: string; redirectUrl: string } => {
  const { data } = page.safeParse(raw)
  if (!data) throw new GatewayError('unknown', 'Midtrans (createPage): not understood')
  return { token: data.token, redirectUrl: data.redirect_url }
}
