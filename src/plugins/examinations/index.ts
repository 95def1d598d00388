import type { CollectionSlug, Config, PayloadRequest, Plugin, TypedUser } from 'payload'

import { isDesk } from '@/access'
import { withAcquaintances } from '@/access/acquaintances'
import { withRefusals } from '@/lib/collectionRefusals'
import { addToPanel } from '@/lib/panel/addToPanel'
import type { Payable } from '@/plugins/payments/contract'
import { withPaper } from '@/plugins/payments/contract'
import { withRoom } from '@/plugins/realtime'

import { billsPanel } from './admin/bills/parts'
import { bills } from './bills'
import { pemeriksaan } from './collections/pemeriksaan'
import { BILLS_ROOM } from './constants'
import { confirmationEndpoints } from './endpoints/confirmation'
import { paymentEndpoint } from './endpoints/payment'
import { billMutations } from './graphql'
import { ownDoctors } from './operations/ownDoctors'
import { billPayable } from './payable'
import { refusals } from './refusals'
import { billExists, findPatientsOf } from './sql'

export { examinationsTools } from './assistantTools'

export type ExaminationsOptions = {
  /** Whose collection `doctor` names, and the path from a pemeriksaan to the doctor's login. */
  doctors: { collection: CollectionSlug; loginPath: string }
  /** The address that browsers use, for links in answers. */
  serverUrl: string
  /** CLINIC_TIMEZONE: whose days papers and pages show. */
  clinicTimezone: string
  /** RATE_LIMIT_FACTOR */
  rateLimitFactor: number
}

/** What can be paid for here: the bill of an examination. */
export const examinationPayables = (): Payable[] => [billPayable]

/** Examinations and their bills; contract clinic.md. */
export const examinationsPlugin =
  (options: ExaminationsOptions): Plugin =>
  (config: Config): Config => {
    const patientsOf = async (req: PayloadRequest) =>
      findPatientsOf(req, await ownDoctors(req, options))
    const extended: Config = {
      ...config,
      collections: [...(config.collections ?? []), pemeriksaan(options)],
      endpoints: [
        ...(config.endpoints ?? []),
        paymentEndpoint(options),
        ...confirmationEndpoints(options),
      ],
      graphQL: {
        ...config.graphQL,
        mutations: (graphQL, payload) => ({
          ...config.graphQL?.mutations?.(graphQL, payload),
          ...billMutations(graphQL, payload),
        }),
      },
      custom: {
        ...config.custom,
        ...withRefusals(config, refusals),
        ...withPaper(config, 'pemeriksaan', async (req, id) => billExists(req, id)),
        ...withAcquaintances(config, patientsOf),
        bills: bills(options),
      },
    }
    const room = { name: BILLS_ROOM, isFor: (user: TypedUser) => isDesk({ user }) }
    return addToPanel(withRoom(extended, room), billsPanel)
  }
