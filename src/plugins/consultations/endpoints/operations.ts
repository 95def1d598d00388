import type { Endpoint, PayloadRequest } from 'payload'

import type { Role } from '@/access/roles'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { notParticipant } from '../chatErrors'
import * as errors from '../errors'
import { endConsultation } from '../operations/endConsultation'
import { extendConsultation } from '../operations/extendConsultation'
import { readConsultation } from '../operations/readConsultation'
import { writeSummary } from '../operations/writeSummary'
import { consultationChanged, extensionBody, summaryBody } from '../schemas'

/** Of what only the consultation's doctor may do. */
const OWN = [errors.consultationNotFound, notParticipant]

const endpoint = contractEndpoint(generatedEnvelope)

const operation = (verb: string, role: Role, summary: string, description: string) => ({
  method: 'post' as const,
  path: `/:id/${verb}`,
  docs: { tag: 'consultations', summary, description },
  roles: [role],
  isIdempotent: true,
  answers: { 200: consultationChanged },
})

const changed = async (req: PayloadRequest, id: number) => ({
  status: 200 as const,
  body: { message: 'OK' as const, doc: await readConsultation(req, id) },
})

/** What is done with a consultation, below `/api/consultations`. */
export const operationEndpoints: Endpoint[] = [
  endpoint({
    ...operation('end', 'doctor', 'End a consultation early', 'By its doctor, while it goes on.'),
    refusals: [...OWN, errors.consultationNotBegun, errors.consultationOver],
    handle: async (req) => changed(req, await endConsultation(req, readId(req))),
  }),
  endpoint({
    ...operation('extend', 'admin', 'Let a consultation last longer', 'Before its end only.'),
    body: extensionBody,
    refusals: [errors.consultationNotFound, errors.consultationOver],
    handle: async (req, { body }) => changed(req, await extendConsultation(req, readId(req), body)),
  }),
  endpoint({
    ...operation('summary', 'doctor', 'Write the summary', 'After its end; again to correct it.'),
    body: summaryBody,
    refusals: [...OWN, errors.consultationNotOver],
    handle: async (req, { body }) =>
      changed(req, await writeSummary(req, readId(req), body.summary)),
  }),
]
