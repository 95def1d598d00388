import type { PayloadRequest } from 'payload'

import { paymentsOf } from '@/plugins/payments/contract'

import { confirmationPath } from '../constants'
import type { ExaminationsOptions } from '../index'
import { knownBill } from './existingBill'

/** What a browser needs to pay; `token` is null of what costs nothing, which is paid by now. */
export type BillPayment = { token: string | null; redirect_url: string; order_id: string }

/**
 * Asks the money of a bill on the gateway's page, of its patient, for whoever has its link; a live page is
 * used again. Never within a database transaction: it calls the gateway.
 * @throws {ApiError} 404 `Pemeriksaan tidak ditemukan`; 400 `Pemeriksaan sudah dibayar`; 502
 */
export const payBill = async (
  req: PayloadRequest,
  text: string,
  { serverUrl }: Pick<ExaminationsOptions, 'serverUrl'>,
): Promise<BillPayment> => {
  const { id, patient } = await knownBill(req, text)
  const finishPath = confirmationPath(id)
  const transaction = await paymentsOf(req).checkout.start(req, {
    type: 'pemeriksaan',
    item: { id },
    way: { kind: 'page', finishPath },
    payer: patient,
  })
  return {
    token: transaction.snapToken ?? null,
    redirect_url: transaction.redirectUrl ?? `${serverUrl}${finishPath}`,
    order_id: transaction.gatewayOrderId ?? transaction.invoiceNumber,
  }
}
