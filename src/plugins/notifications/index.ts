import type { Config, Plugin } from 'payload'

import { withSocketEvents } from '@/plugins/realtime'

import { NOTIFICATION } from './constants'
import { notifications } from './collections/notifications'
import { inboxMutations } from './graphql'

export type { Notice } from './notify'
export { notify } from './notify'

const TOLD = { name: NOTIFICATION, description: '`{id}`: a new entry of the inbox.' }
const BELL = '@/plugins/notifications/admin/Bell#Bell'

/** A user's inbox, with a bell in the panel's header; knows of no domain. */
export const notificationsPlugin =
  (): Plugin =>
  (config: Config): Config => ({
    ...withSocketEvents(config, { events: [], told: [TOLD] }),
    collections: [...(config.collections ?? []), notifications],
    graphQL: {
      ...config.graphQL,
      mutations: (graphQL, payload) => ({
        ...config.graphQL?.mutations?.(graphQL, payload),
        ...inboxMutations(graphQL, payload),
      }),
    },
    admin: {
      ...config.admin,
      components: {
        ...config.admin?.components,
        actions: [...(config.admin?.components?.actions ?? []), BELL],
      },
    },
  })
