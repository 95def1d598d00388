import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { readAll } from '../operations/readAll'
import { readAllAnswer, unreadAnswer } from '../schemas'
import { countUnread } from '../sql'

const endpoint = contractEndpoint(generatedEnvelope)
const tag = 'notifications'

/** What an inbox needs beside the generated REST, below `/api/notifications`. */
export const inboxEndpoints: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/unread',
    docs: {
      tag,
      summary: 'Count my unread notifications',
      description: 'The event `notification` `{id}` tells of each new one.',
    },
    roles: [],
    answers: { 200: unreadAnswer },
    handle: async (req) => ({
      status: 200,
      body: { unread: await countUnread(req, req.user.id) },
    }),
  }),
  endpoint({
    method: 'post',
    path: '/read-all',
    docs: {
      tag,
      summary: 'Mark all my notifications as read',
      description:
        'One of them: `PATCH /api/notifications/{id}` with `readAt`; null makes it unread.',
    },
    roles: [],
    answers: { 200: readAllAnswer },
    handle: async (req) => ({ status: 200, body: { message: 'OK', read: await readAll(req) } }),
  }),
]
