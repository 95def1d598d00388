import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import type { SignedInRequest } from '@/lib/contract'
import { contractEndpoint } from '@/lib/contractEndpoint'
import type { Order } from '@/payload-types'

import type { PharmacyOptions } from '../index'
import { endCharge } from '../operations/endCharge'
import type { Taking } from '../requests'
import { contractTaking, withReason } from '../requests'
import type { DeskTransition } from './deskContract'
import { answerWith, deskContract } from './deskContract'
import { idOf } from './orderTransition'

type Change<Given> = (req: SignedInRequest, id: number, given: Given) => Promise<Order>

const endpoint = contractEndpoint(apotekEnvelope)

/** What the desk does to one order, once it cannot be paid online any more; the answer shows it then. */
export const deskTransition =
  (options: PharmacyOptions) =>
  (transition: DeskTransition, change: Change<undefined>): Endpoint =>
    endpoint({
      ...deskContract(transition),
      before: async (req) => endCharge(req, idOf(req), () => change(req, idOf(req), undefined)),
      handle: async (req) => {
        const { id } = await change(req, idOf(req), undefined)
        return answerWith(options, req, id, transition.message)
      },
    })

/** The same, with what the body says of the money that was taken. */
export const takingTransition =
  (options: PharmacyOptions) =>
  (transition: DeskTransition, change: Change<Taking>): Endpoint =>
    endpoint({
      ...deskContract(transition),
      body: contractTaking,
      before: async (req, { body }) =>
        endCharge(req, idOf(req), () => change(req, idOf(req), body)),
      handle: async (req, { body }) => {
        const { id } = await change(req, idOf(req), body)
        return answerWith(options, req, id, transition.message)
      },
    })

/** The same, with a reason that the body carries. */
export const reasonedTransition =
  (options: PharmacyOptions) =>
  (transition: DeskTransition, change: Change<string>): Endpoint =>
    endpoint({
      ...deskContract(transition),
      body: withReason,
      before: async (req, { body: { reason } }) =>
        endCharge(req, idOf(req), () => change(req, idOf(req), reason)),
      handle: async (req, { body: { reason } }) => {
        const { id } = await change(req, idOf(req), reason)
        return answerWith(options, req, id, transition.message)
      },
    })
