import type { Config, Plugin } from 'payload'

import type { Sweeper } from '@/lib/sweeper'

import { recheckSweeper } from './recheck'

export { attachSockets } from './attachSockets'
export { recheckUser } from './recheck'
export { userRoom, withRoom } from './rooms'
export { tell } from './tell'

const PROVIDER = '@/plugins/realtime/admin/RealtimeProvider#RealtimeProvider'

/** Rooms and events of the socket server; knows of no domain. The panel's pages get a socket of theirs. */
export const realtimePlugin =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...config.admin?.components,
        providers: [...(config.admin?.components?.providers ?? []), PROVIDER],
      },
    },
    custom: {
      ...config.custom,
      sweepers: [...((config.custom?.sweepers ?? []) as Sweeper[]), recheckSweeper],
    },
  })
