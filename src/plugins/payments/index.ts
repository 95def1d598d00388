import type { Config, Plugin } from 'payload'

import { withRefusals } from '@/lib/collectionRefusals'
import { addToPanel } from '@/lib/panel/addToPanel'

import { cashEntries } from './collections/cashEntries'
import { shifts } from './collections/shifts'
import type { PaymentsContract } from './contract'
import { shiftMutations } from './graphql'
import { desk } from './operations/desk'
import { paymentsPanel } from './panel'
import { papers } from './papers'
import { refusals } from './refusals'

/** Money at the desk: cash entries and shifts, and the papers about it. */
export const paymentsPlugin =
  (): Plugin =>
  (config: Config): Config => {
    const payments: PaymentsContract = { desk, papers }
    return addToPanel(
      {
        ...config,
        collections: [...(config.collections ?? []), cashEntries, shifts],
        graphQL: {
          ...config.graphQL,
          mutations: (graphQL, payload) => ({
            ...config.graphQL?.mutations?.(graphQL, payload),
            ...shiftMutations(graphQL, payload),
          }),
        },
        custom: { ...config.custom, ...withRefusals(config, refusals), payments },
      },
      paymentsPanel,
    )
  }
