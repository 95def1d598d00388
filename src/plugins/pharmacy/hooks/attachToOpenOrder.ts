import type { CollectionBeforeChangeHook } from 'payload'

import type { PaymentProof } from '@/payload-types'

import { openOrderFor } from '../operations/openOrderFor'

/** A proof belongs to an order that its sender may pay for, and that is still to be paid. */
export const attachToOpenOrder: CollectionBeforeChangeHook<PaymentProof> = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create') return data
  const order = typeof data.order === 'object' ? data.order.id : data.order
  const { id } = await openOrderFor(req, Number(order))
  return { ...data, order: id, uploadedBy: req.user?.id ?? null }
}
