import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import type { SignedInRequest } from '@/lib/contract'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'
import type { Order } from '@/payload-types'

import type { PharmacyOptions } from '../index'
import type { Taking } from '../requests'
import { contractTaking, withReason } from '../requests'
import type { DeskTransition } from './deskContract'
import { answerWith, deskContract } from './deskContract'

type Change = (req: SignedInRequest, id: number) => Promise<Order>
type ReasonedChange = (req: SignedInRequest, id: number, reason: string) => Promise<Order>

type TakingChange = (req: SignedInRequest, id: number, taking: Taking) => Promise<Order>

const endpoint = contractEndpoint(apotekEnvelope)

/** What the desk does to one order; the answer shows it as it is then. */
export const deskTransition =
  (options: PharmacyOptions) =>
  (transition: DeskTransition, change: Change): Endpoint =>
    endpoint({
      ...deskContract(transition),
      handle: async (req) => {
        const { id } = await change(req, readId(req) ?? 0)
        return answerWith(options, req, id, transition.message)
      },
    })

/** The same, with what the body says of the money that was taken. */
export const takingTransition =
  (options: PharmacyOptions) =>
  (transition: DeskTransition, change: TakingChange): Endpoint =>
    endpoint({
      ...deskContract(transition),
      body: contractTaking,
      handle: async (req, { body }) => {
        const { id } = await change(req, readId(req) ?? 0, body)
        return answerWith(options, req, id, transition.message)
      },
    })

/** The same, with a reason that the body carries. */
export const reasonedTransition =
  (options: PharmacyOptions) =>
  (transition: DeskTransition, change: ReasonedChange): Endpoint =>
    endpoint({
      ...deskContract(transition),
      body: withReason,
      handle: async (req, { body: { reason } }) => {
        const { id } = await change(req, readId(req) ?? 0, reason)
        return answerWith(options, req, id, transition.message)
      },
    })
