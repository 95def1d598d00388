import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { readId } from '@/lib/contractRequest'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { consultationNotFound } from '../errors'
import type { ConsultationsOptions } from '../index'
import { readRoom, readRooms } from '../operations/readRooms'
import { roomAnswer, roomsAnswer } from '../roomSchemas'

const endpoint = contractEndpoint(generatedEnvelope)
const tag = 'consultations'

/** What a doctor's home and chat room in the panel show, below `/api/consultations`. */
export const roomEndpoints = (options: ConsultationsOptions): Endpoint[] => [
  endpoint({
    method: 'get',
    path: '/rooms',
    docs: {
      tag,
      summary: "List a doctor's rooms",
      description: "The signed-in doctor's own consultations, by what there is to do.",
    },
    roles: ['doctor'],
    answers: { 200: roomsAnswer },
    handle: async (req) => ({ status: 200, body: await readRooms(req, options) }),
  }),
  endpoint({
    method: 'get',
    path: '/:id/room',
    docs: {
      tag,
      summary: "Read one of a doctor's rooms",
      description: 'Its messages come over the socket (`join_consultation`), or the history.',
    },
    roles: ['doctor'],
    answers: { 200: roomAnswer },
    refusals: [consultationNotFound],
    handle: async (req) => ({ status: 200, body: await readRoom(req, readId(req), options) }),
  }),
]
