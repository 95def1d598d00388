import type { Config, Plugin } from 'payload'

export { attachSockets, tell, userRoom, withRoom } from './rooms'

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
  })
