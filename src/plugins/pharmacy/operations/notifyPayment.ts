import type { File, PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'
import type { Order } from '@/payload-types'

import { mergeDetails } from '../details'
import { prolonged } from '../expiry'
import type { PharmacyOptions } from '../index'
import type { PaymentNotice } from '../requests'
import { changeOrder } from './changeOrder'
import { openOrderFor } from './openOrderFor'

/**
 * Keeps what a buyer says of a payment: method, details (merged), and a picture as proof. Never touches
 * the payment's status, or amounts (apotek.md, "Notify Payment").
 * @throws {ApiError} 404; 403 for anybody but owner and desk; 400 when cancelled or paid; 422 for a bad
 *   picture
 */
export const notifyPayment =
  (options: PharmacyOptions) =>
  async (
    req: PayloadRequest,
    id: number,
    notice: PaymentNotice,
    picture: File | null,
  ): Promise<Order> =>
    withTransaction(req, async () => {
      await openOrderFor(req, id)
      if (picture) {
        await req.payload.create({
          collection: 'payment-proofs',
          data: { order: id },
          file: picture,
          depth: 0,
          req,
          overrideAccess: true,
        })
      }
      const order = await req.payload.findByID({
        collection: 'orders',
        id,
        depth: 0,
        req,
        overrideAccess: true,
      })
      const method = notice.payment_method ?? order.paymentMethod ?? null
      return changeOrder(req, id, {
        paymentMethod: method,
        paymentDetails: mergeDetails(order.paymentDetails, notice.payment_details),
        expiresAt: prolonged(order, method, options).toISOString(),
      })
    })
