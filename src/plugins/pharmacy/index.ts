import type { Config, Field, Plugin } from 'payload'

import { isDesk } from '@/access'
import { withRefusals } from '@/lib/collectionRefusals'
import { addToPanel } from '@/lib/panel/addToPanel'
import { withLabels } from '@/lib/panel/withLabels'
import { withCards } from '@/lib/publicCard'
import type { Sweeper } from '@/lib/sweeper'
import type { Payable } from '@/plugins/payments/contract'
import { withPaper } from '@/plugins/payments/contract'
import { withRoom } from '@/plugins/realtime'

import { WORDS } from './admin/stock/words'
import { obatCards } from './cards'
import { obat } from './collections/obat'
import { obatCategories } from './collections/obatCategories'
import { orders } from './collections/orders'
import { paymentProofs } from './collections/paymentProofs'
import { prescriptions } from './collections/prescriptions'
import { stockMovements } from './collections/stockMovements'
import { DESK_ROOM } from './constants'
import { orderExists } from './contract.sql'
import { pharmacyEndpoints } from './endpoints'
import { orderMutations } from './graphql'
import { pharmacyPanel } from './panel'
import { orderPayable } from './payable'
import { refusals } from './refusals'
import { sweepers } from './sweeper'

export { pharmacyTools } from './assistantTools'
export { findPrescriptions } from './operations/findPrescriptions'
export { issuePrescription } from './operations/issuePrescription'

const LABELS = { stockCard: { en: WORDS.en.card, id: WORDS.id.card } }

export type PharmacyOptions = {
  /** The folder that keeps the payment proofs; nothing serves it without asking who wants to see. */
  proofsDir: string
  /** The address that browsers use, for links in answers. */
  serverUrl: string
  /** ORDER_EXPIRY_HOURS */
  orderExpiryHours: number
  /** RATE_LIMIT_FACTOR */
  rateLimitFactor: number
  /** What prescriptions say of where they come from: relations to collections of other domains. */
  prescriptionRelations: Field[]
}

/** What can be paid for here: orders. */
export const pharmacyPayables = (): Payable[] => [orderPayable]

/** Obat, its stock and its orders; contract apotek.md at `/api/apotek`. */
export const pharmacyPlugin =
  (options: PharmacyOptions): Plugin =>
  (config: Config): Config =>
    addToPanel(
      withRoom(
        {
          ...config,
          collections: [
            ...(config.collections ?? []),
            obat,
            obatCategories,
            stockMovements,
            orders(options),
            paymentProofs(options),
            prescriptions(options),
          ],
          endpoints: [...(config.endpoints ?? []), ...pharmacyEndpoints(options)],
          i18n: withLabels(config, 'pharmacy', LABELS),
          graphQL: {
            ...config.graphQL,
            mutations: (graphQL, payload) => ({
              ...config.graphQL?.mutations?.(graphQL, payload),
              ...orderMutations(graphQL, payload),
            }),
          },
          custom: {
            ...config.custom,
            ...withRefusals(config, refusals),
            ...withCards(config, obatCards),
            ...withPaper(config, 'order', orderExists),
            sweepers: [...((config.custom?.sweepers ?? []) as Sweeper[]), ...sweepers],
          },
        },
        { name: DESK_ROOM, isFor: (user) => isDesk({ user }) },
      ),
      pharmacyPanel,
    )
