import type { GraphQLExtension } from 'payload'

import { hasRole } from '@/access'
import { checked } from '@/lib/checked'
import { mutationOf } from '@/lib/mutationOf'
import { forbidden } from '@/lib/refusals'

import { newMessage, readBody } from './chatSchemas'
import type { ConsultationsOptions } from './index'
import { countMessage } from './limits'
import { chatOf } from './operations/chatOf'
import { markRead } from './operations/markRead'
import { sendMessage } from './operations/sendMessage'

type Message = {
  consultation: number
  content?: string | null
  clientId?: string | null
  attachment?: number | null
}
type Reading = { consultation: number; seq: number }

/** The chat's operations as GraphQL mutations, with the same refusals as over REST. */
export const chatMutations =
  ({ rateLimitFactor }: Pick<ConsultationsOptions, 'rateLimitFactor'>): GraphQLExtension =>
  (graphQL, payload) => {
    const type = payload.collections.messages?.graphQL?.type
    if (!type) return {}
    const text = { type: graphQL.GraphQLString }
    const integer = { type: new graphQL.GraphQLNonNull(graphQL.GraphQLInt) }

    return {
      sendMessage: mutationOf(
        type,
        {
          ...{ consultation: integer, content: text, clientId: text },
          attachment: { type: graphQL.GraphQLInt },
        },
        async (req, { consultation, clientId, ...rest }: Message) => {
          if (!hasRole(req, 'patient', 'doctor')) throw forbidden()
          const given = { ...rest, consultation_id: consultation, client_id: clientId }
          const message = checked(newMessage, given)
          await countMessage(req, rateLimitFactor)
          const { row, isNew } = await sendMessage(req.payload, Number(req.user?.id), message)
          if (isNew) chatOf(req.payload).delivery.deliver(row)
          return req.payload.findByID({
            collection: 'messages',
            id: row.id,
            depth: 0,
            req,
            overrideAccess: false,
          })
        },
      ),
      markRead: mutationOf(
        graphQL.GraphQLInt,
        { consultation: integer, seq: integer },
        async (req, { consultation, ...given }: Reading) => {
          if (!hasRole(req, 'patient', 'doctor')) throw forbidden()
          const { seq } = checked(readBody, given)
          await countMessage(req, rateLimitFactor)
          return (await markRead(req.payload, Number(req.user?.id), consultation, seq)).seq
        },
      ),
    }
  }
