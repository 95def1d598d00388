import type { Endpoint } from 'payload'

import type { Role } from '@/access/roles'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import * as refusals from '../errors'
import { closeShift } from '../operations/closeShift'
import { readMine } from '../operations/readMine'
import { stateFloat } from '../operations/stateFloat'
import { closing, mine, openingFloat, shiftChanged } from '../schemas'

const endpoint = contractEndpoint(generatedEnvelope)
const DESK: readonly Role[] = ['cashier', 'admin']

const transition = (verb: string, summary: string, description: string) => ({
  method: 'post' as const,
  path: `/:id/${verb}`,
  docs: { tag: 'shifts', summary, description },
  roles: DESK,
  isIdempotent: true,
  answers: { 200: shiftChanged },
})

/** The named operations of shifts, whose generated update is denied. */
export const shiftEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/mine',
    docs: { tag: 'shifts', summary: 'Read my open shift, and what it has taken so far' },
    roles: DESK,
    answers: { 200: mine },
    handle: async (req) => ({ status: 200, body: await readMine(req) }),
  }),
  endpoint({
    ...transition('float', 'State the float', 'Once, of a shift that a payment has opened.'),
    body: openingFloat,
    refusals: [refusals.shiftNotFound, refusals.shiftClosed, refusals.floatStated],
    handle: async (req, { body }) => {
      const doc = await stateFloat(req, readId(req) ?? 0, body)
      return { status: 200, body: { message: 'OK', doc } }
    },
  }),
  endpoint({
    ...transition('close', 'Close my shift', 'Answers with what should have been there.'),
    body: closing,
    refusals: [refusals.shiftNotFound, refusals.shiftClosed],
    handle: async (req, { body }) => {
      const doc = await closeShift(req, readId(req) ?? 0, body)
      return { status: 200, body: { message: 'OK', doc } }
    },
  }),
]
