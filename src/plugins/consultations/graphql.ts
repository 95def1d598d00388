import type { GraphQLExtension, PayloadRequest } from 'payload'

import { checked } from '@/lib/checked'
import { mutationOf } from '@/lib/mutationOf'

import type { ConsultationsOptions, PrescribedItem } from './index'
import { endConsultation } from './operations/endConsultation'
import { extendConsultation } from './operations/extendConsultation'
import { prescribe } from './operations/prescribe'
import { readConsultation } from './operations/readConsultation'
import { writeSummary } from './operations/writeSummary'
import { extensionBody, prescriptionBody, summaryBody } from './schemas'

type Args = { id: number }

/** The named operations of consultations as GraphQL mutations, with the same refusals as over REST. */
export const consultationMutations =
  ({ issuePrescription: issue, findPrescriptions: find }: ConsultationsOptions): GraphQLExtension =>
  (graphQL, payload) => {
    const type = payload.collections.consultations?.graphQL?.type
    if (!type) return {}
    const { GraphQLInputObjectType, GraphQLInt, GraphQLList, GraphQLNonNull, GraphQLString } =
      graphQL
    const integer = { type: new GraphQLNonNull(GraphQLInt) }
    const text = { type: new GraphQLNonNull(GraphQLString) }
    const id = integer
    const read = async (req: PayloadRequest, changed: number) => readConsultation(req, changed)
    const items = () => {
      const fields = { obat: integer, quantity: integer, dose: text, note: { type: GraphQLString } }
      const item = new GraphQLInputObjectType({ name: 'PrescribedItem', fields })
      return { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(item))) }
    }

    return {
      endConsultation: mutationOf(type, { id }, async (req, given: Args) =>
        read(req, await endConsultation(req, given.id)),
      ),
      extendConsultation: mutationOf(
        type,
        { id, minutes: integer, reason: text },
        async (req, { id: of, ...given }: Args) =>
          read(req, await extendConsultation(req, of, checked(extensionBody, given))),
      ),
      summarizeConsultation: mutationOf(
        type,
        { id, summary: text },
        async (req, { id: of, ...given }: Args) =>
          read(req, await writeSummary(req, of, checked(summaryBody, given).summary)),
      ),
      ...(issue && {
        /** Answers the prescription's id. */
        issuePrescription: mutationOf(
          GraphQLInt,
          { id, items: items() },
          async (req, { id: of, ...given }: Args & { items: PrescribedItem[] }) =>
            prescribe(req, of, checked(prescriptionBody, given).items, { issue, find }),
        ),
      }),
    }
  }
