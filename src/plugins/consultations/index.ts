import type { Config, PayloadRequest, Plugin } from 'payload'

import { withAcquaintances } from '@/access/acquaintances'
import { withRefusals } from '@/lib/collectionRefusals'
import { addToPanel } from '@/lib/panel/addToPanel'
import { withLabels } from '@/lib/panel/withLabels'
import { withCards } from '@/lib/publicCard'
import type { Sweeper } from '@/lib/sweeper'
import type { Payable } from '@/plugins/payments/contract'

import { WORDS } from './admin/schedule/words'
import { patientsOf } from './access'
import { doctorCards } from './cards'
import { withChat } from './chat'
import { consultations } from './collections/consultations'
import { doctors } from './collections/doctors'
import { consultationEndpoints } from './endpoints/consultations'
import { endEndpoint } from './endpoints/end'
import { consultationMutations } from './graphql'
import { withConsultationMetrics } from './metrics'
import { consultationPayable } from './operations/consultationPayable'
import { consultationsPanel } from './panel'
import { refusals } from './refusals'
import { sweepers } from './sweeper'

export { consultationsTools } from './assistantTools'
export { consultationRelations } from './relations'

const LABELS = { schedule: { en: WORDS.en.title, id: WORDS.id.title } }

/** A line of an e-prescription, as a doctor writes it. */
export type PrescribedItem = {
  obat: number
  /** Pieces in the obat's unit. */
  quantity: number
  /** How to take it: `3 × 1 sesudah makan`. */
  dose: string
  note: string | null
}

/**
 * Writes an e-prescription, in the transaction of `req`; whoever owns prescriptions hands it in.
 * @returns its id @throws {ApiError} what the doctor should read
 */
type IssuePrescription = (
  req: PayloadRequest,
  prescription: {
    patient: number
    doctor: { id: number; name: string }
    consultation: number
    items: PrescribedItem[]
  },
) => Promise<{ id: number }>

/** The prescriptions that came of these consultations, of those that the asking user may read; newest first. */
type FindPrescriptions = (
  req: PayloadRequest,
  consultations: number[],
) => Promise<{ id: number; consultation: number }[]>

export type ConsultationsOptions = {
  /** The folder that keeps the files of chats; nothing serves it without asking who wants to see. */
  chatFilesDir: string
  /** The address that browsers use, for links in answers. */
  serverUrl: string
  /** RATE_LIMIT_FACTOR */
  rateLimitFactor: number
  /** null where nobody keeps prescriptions. */
  issuePrescription: IssuePrescription | null
  /** null where nobody keeps prescriptions. */
  findPrescriptions: FindPrescriptions | null
}

/** What can be paid for here: half an hour with a doctor. */
export const consultationPayables = (): Payable[] => [consultationPayable]

/** Doctors, consultations and their chats; contract consultation.md. */
export const consultationsPlugin =
  (options: ConsultationsOptions): Plugin =>
  (config: Config): Config =>
    withChat(
      withConsultationMetrics(
        addToPanel(
          {
            ...config,
            collections: [
              ...(config.collections ?? []),
              doctors,
              { ...consultations, endpoints: consultationEndpoints(options) },
            ],
            endpoints: [...(config.endpoints ?? []), endEndpoint],
            i18n: withLabels(config, 'consultations', LABELS),
            graphQL: {
              ...config.graphQL,
              mutations: (graphQL, payload) => ({
                ...config.graphQL?.mutations?.(graphQL, payload),
                ...consultationMutations(options)(graphQL, payload),
              }),
            },
            custom: {
              ...config.custom,
              ...withRefusals(config, refusals),
              ...withCards(config, doctorCards),
              ...withAcquaintances(config, patientsOf),
              sweepers: [...((config.custom?.sweepers ?? []) as Sweeper[]), ...sweepers],
            },
          },
          consultationsPanel,
        ),
      ),
      options,
    )
