import type { Config, Plugin } from 'payload'

import { notifications } from './collections/notifications'

export type { Notice } from './notify'
export { notify } from './notify'

/** A user's inbox; knows of no domain. */
export const notificationsPlugin =
  (): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), notifications],
  })
