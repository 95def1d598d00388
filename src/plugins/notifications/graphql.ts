import type { GraphQLExtension } from 'payload'

import { mutationOf } from '@/lib/mutationOf'

import { readAll } from './operations/readAll'

/**
 * `readAllNotifications`, with the number of entries that were unread. One entry is marked by the
 * generated `updateNotification`, and the unread ones are counted by the generated `countNotifications`.
 */
export const inboxMutations: GraphQLExtension = (graphQL) => ({
  readAllNotifications: mutationOf(new graphQL.GraphQLNonNull(graphQL.GraphQLInt), {}, (req) =>
    readAll(req),
  ),
})
