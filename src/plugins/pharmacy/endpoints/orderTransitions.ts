import type { Endpoint, PayloadRequest } from 'payload'

import { ApiError } from '@/lib/apiError'
import { presentFailure, readId, readJson } from '@/lib/contractEndpoint'
import { idempotent } from '@/lib/idempotent'
import type { Order } from '@/payload-types'

import { isDesk } from '../access'
import { cancelAtDesk, cancelOwnOrder } from '../operations/cancelOrder'
import { completeOrder, confirmPayment } from '../operations/confirmPayment'
import { rejectPayment } from '../operations/rejectPayment'
import { withReason } from '../schemas'

type Change = (req: PayloadRequest, id: number, reason: string) => Promise<Order>

const present = presentFailure({ failure: (message) => ({ errors: [{ message }] }) })

const readReason = async (req: PayloadRequest): Promise<string> => {
  const parsed = withReason.safeParse(await readJson(req))
  if (parsed.success) return parsed.data.reason
  throw new ApiError(422, parsed.error.issues[0]?.message ?? 'reason wajib diisi.')
}

/** `POST /api/orders/{id}/<verb>`, beside the generated REST and in its shape. */
const transition = (
  verb: string,
  change: Change,
  needsReason: (req: PayloadRequest) => boolean,
): Endpoint => ({
  method: 'post',
  path: `/:id/${verb}`,
  handler: async (req) => {
    if (!req.user) throw new ApiError(401, 'Unauthenticated.')
    const reason = needsReason(req) ? await readReason(req) : ''
    const route = `post ${req.pathname ?? verb}`
    const answer = await idempotent(req, route, { reason }, present, async () => ({
      status: 200,
      body: { message: 'OK', doc: await change(req, readId(req) ?? 0, reason) },
    }))
    return Response.json(answer.body, { status: answer.status })
  },
})

/** A patient cancels their own order; the desk cancels any, and says why. */
export const cancelOrder: Change = (req, id, reason) =>
  isDesk(req) ? cancelAtDesk(req, id, reason) : cancelOwnOrder(req, id)

/** The named operations of orders, whose generated update is denied. */
export const orderTransitions: Endpoint[] = [
  transition('cancel', cancelOrder, isDesk),
  transition('confirm-payment', confirmPayment, () => false),
  transition('reject-payment', rejectPayment, () => true),
  transition('complete', completeOrder, () => false),
]
