import type { Config, Plugin } from 'payload'

import { withRefusals } from '@/lib/collectionRefusals'
import { addToPanel } from '@/lib/panel/addToPanel'
import { tooManyAttempts } from '@/lib/refusals'

import { users } from './collections/users'
import { accountEndpoints } from './endpoints'
import { inTheBooks, lastAdmin, registrationClosed } from './errors'
import { panelRefusals } from './panelRefusals'

export type AccountsOptions = {
  /** Cookies go over https only. */
  secureCookies: boolean
  /** What the first admin must show at Payload's first-user screen; null: that screen is closed. */
  setupToken: string | null
  /** RATE_LIMIT_FACTOR: multiplies every limit, for load tests. */
  rateLimitFactor: number
}

/** Users, roles, registration and login; the contract's `/api/apotek/register`, `/login`, `/logout`. */
export const accountsPlugin =
  (options: AccountsOptions): Plugin =>
  (config: Config): Config =>
    addToPanel(
      {
        ...config,
        collections: [...(config.collections ?? []), users(options)],
        endpoints: [...(config.endpoints ?? []), ...accountEndpoints],
        custom: {
          ...config.custom,
          ...withRefusals(config, {
            users: {
              create: [registrationClosed, tooManyAttempts],
              delete: [inTheBooks, lastAdmin],
            },
          }),
        },
      },
      { refusals: panelRefusals },
    )
