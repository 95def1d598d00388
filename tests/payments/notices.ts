import { createHash } from 'node:crypto'

import { env } from '@/env'

import type { Answer } from '../support/api'
import { api } from '../support/api'
import { rows } from '../support/apotek'

/** Notices as Midtrans sends them, and what became of them. */

export const PATHS = ['/v1/payments/notification', '/payments/midtrans/callback'] as const

type Fields = Record<string, unknown>

const signatureOf = ({ order_id: order, status_code: code, gross_amount: gross }: Fields): string =>
  createHash('sha512')
    .update(`${String(order)}${String(code)}${String(gross)}${env.midtrans.serverKey}`)
    .digest('hex')

/** A notice, signed; `fields` take the place of its own before that. */
export const noticeOf = (orderId: string, amount: number, fields: Fields = {}): Fields => {
  const body = {
    transaction_time: '2026-11-21 10:05:13',
    transaction_status: 'settlement',
    transaction_id: 'c5b3f8f2-0000-4000-8000-000000000000',
    status_message: 'midtrans payment notification',
    status_code: '200',
    payment_type: 'bank_transfer',
    order_id: orderId,
    merchant_id: 'G123456789',
    gross_amount: `${amount}.00`,
    currency: 'IDR',
    ...fields,
  }
  return { ...body, signature_key: signatureOf(body) }
}

export const notify = async (body: unknown, path: string = PATHS[0]): Promise<Answer> =>
  api('POST', path, { body })

export type InboxRow = { verdict: string; outcome: string | null; is_done: boolean }

export const inboxOf = async (orderId: string): Promise<InboxRow[]> =>
  rows<InboxRow>(
    `SELECT verdict::text, outcome, processed_at IS NOT NULL AS is_done
       FROM payment_notifications WHERE gateway_order_id = $1 ORDER BY id`,
    orderId,
  )

/** Lets the sweeper look at what lies in the inbox now. */
export const lookNow = async (orderId: string): Promise<void> => {
  await rows(
    `UPDATE payment_notifications SET ask_after = now() - interval '1 second'
      WHERE gateway_order_id = $1 AND processed_at IS NULL`,
    orderId,
  )
}
