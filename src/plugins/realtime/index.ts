import type { Config, Plugin } from 'payload'

import type { Sweeper } from '@/lib/sweeper'

import { heartbeatSweeper } from './heartbeat'
import { withSocketMetrics } from './metrics'
import { recheckSweeper, withRechecks } from './recheck'
import { withShouts } from './shout'

export { attachSockets } from './attachSockets'
export type { SocketCaller, SocketEvent, ToldEvent } from './events'
export { describedEvents, withSocketEvents } from './events'
export { tellInstances, withInstanceListener } from './instances'
export { enterRoom, leaveRoom, onlineAmong, usersIn, withPresence } from './presence'
export { recheckUser } from './recheck'
export { userRoom, withRoom } from './rooms'
export { localRooms, localSocketsIn, shout } from './shout'
export { tell } from './tell'

const PROVIDER = '@/plugins/realtime/admin/RealtimeProvider#RealtimeProvider'

/**
 * Rooms and events of the socket server; knows of no domain. The panel's pages get a socket of theirs.
 * @param options.rateLimitFactor RATE_LIMIT_FACTOR
 */
export const realtimePlugin =
  ({ rateLimitFactor }: { rateLimitFactor: number }): Plugin =>
  (config: Config): Config =>
    withSocketMetrics(
      withRechecks(
        withShouts({
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
            socketRateFactor: rateLimitFactor,
            sweepers: [
              ...((config.custom?.sweepers ?? []) as Sweeper[]),
              recheckSweeper,
              heartbeatSweeper,
            ],
          },
        }),
      ),
    )
