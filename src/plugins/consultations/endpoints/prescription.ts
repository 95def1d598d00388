import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { notParticipant } from '../chatErrors'
import { consultationNotFound, consultationNotOver, prescribedAlready } from '../errors'
import type { Prescriptions } from '../operations/prescribe'
import { prescribe } from '../operations/prescribe'
import { prescriptionBody, prescriptionIssued } from '../schemas'

/** `POST /api/consultations/:id/prescription` */
export const prescriptionEndpoint = (prescriptions: Prescriptions): Endpoint =>
  contractEndpoint(generatedEnvelope)({
    method: 'post',
    path: '/:id/prescription',
    docs: {
      tag: 'consultations',
      summary: 'Issue the e-prescription',
      description: 'By the doctor, once, after the end.',
    },
    roles: ['doctor'],
    isIdempotent: true,
    body: prescriptionBody,
    answers: { 201: prescriptionIssued },
    refusals: [consultationNotFound, notParticipant, consultationNotOver, prescribedAlready],
    handle: async (req, { body }) => {
      const id = await prescribe(req, readId(req), body.items, prescriptions)
      return { status: 201, body: { message: 'OK', doc: { id } } }
    },
  })
