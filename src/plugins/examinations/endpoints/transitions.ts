import type { Endpoint, PayloadRequest } from 'payload'

import type { Role } from '@/access/roles'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { uuid } from '@/lib/uuid'
import type { Pemeriksaan } from '@/payload-types'

import { endBillCharge } from '../operations/endBillCharge'
import { giveBack } from '../operations/giveBack'
import { clearTheWay, takePayment } from '../operations/takePayment'
import { TRANSITION_REFUSALS } from '../refusals'
import { billChanged, givingBack, taking } from '../schemas'

const endpoint = contractEndpoint(generatedEnvelope)

/** `POST /api/pemeriksaan/{id}/<verb>`, beside the generated REST and in its shape. */
const transition = (verb: string, summary: string, roles: readonly Role[]) => ({
  method: 'post' as const,
  path: `/:id/${verb}`,
  docs: { tag: 'pemeriksaan', summary },
  roles,
  params: { id: uuid },
  answers: { 200: billChanged },
})

const idOf = (req: PayloadRequest): string => String(req.routeParams?.id)

const changed = (doc: Pemeriksaan) => ({
  status: 200 as const,
  body: { message: 'OK' as const, doc },
})

/** How the money of a bill comes at the desk, and goes back. */
export const transitionEndpoints: Endpoint[] = [
  endpoint({
    ...transition('take-payment', 'Take the money at the desk', ['cashier', 'admin']),
    isIdempotent: true,
    body: taking,
    refusals: TRANSITION_REFUSALS.take,
    before: async (req, { body }) => clearTheWay(req, idOf(req), body),
    handle: async (req, { body }) => changed(await takePayment(req, idOf(req), body)),
  }),
  endpoint({
    ...transition('end-charge', 'End the online payment', ['cashier', 'admin', 'doctor']),
    isIdempotent: 'committed',
    refusals: TRANSITION_REFUSALS.end,
    handle: async (req) => changed(await endBillCharge(req, idOf(req))),
  }),
  endpoint({
    ...transition('give-back', 'Give back what the desk took', ['admin']),
    isIdempotent: true,
    body: givingBack,
    refusals: TRANSITION_REFUSALS.giveBack,
    handle: async (req, { body }) => changed(await giveBack(req, idOf(req), body.reason)),
  }),
]
