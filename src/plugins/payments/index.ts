import type { Config, Plugin } from 'payload'

import { withRefusals } from '@/lib/collectionRefusals'
import type { Sweeper } from '@/lib/sweeper'
import { withSocketEvents } from '@/plugins/realtime'

import { cashEntries } from './collections/cashEntries'
import { paymentNotifications } from './collections/paymentNotifications'
import { refunds } from './collections/refunds'
import { shifts } from './collections/shifts'
import { transactions } from './collections/transactions'
import { PAYMENT_UPDATED } from './constants'
import type { Payable, PaymentsContract } from './contract'
import { listTransactionsEndpoint } from './endpoints/listTransactions'
import { createPayment } from './endpoints/createPayment'
import { notificationEndpoints } from './endpoints/notification'
import { paymentMethodsEndpoints } from './endpoints/paymentMethods'
import { readTransactionEndpoints } from './endpoints/readTransactions'
import type { Engine } from './engine'
import { createGateway } from './gateway/createGateway'
import { paymentSettings } from './globals/paymentSettings'
import type { GatewayOptions } from './gateway/options'
import { shiftMutations, transactionMutations } from './graphql'
import { charges } from './operations/charges'
import { checkout } from './operations/checkout'
import { desk } from './operations/desk'
import { online } from './operations/online'
import { withPaymentsPanel } from './panel'
import { papers } from './papers'
import { refundMutations } from './refundMutations'
import { refundSweeper } from './refundSweeper'
import { refusals } from './refusals'
import { sweepers } from './sweeper'

const TOLD = {
  name: PAYMENT_UPDATED,
  description: '`{id}`: to the payer, a transaction stands otherwise.',
}

export { paymentsTools } from './assistantTools'

export type PaymentsOptions = {
  gateway: GatewayOptions
  /** What can be paid for: the domains hand it over in the composition root. */
  payables: Payable[]
  /** The address that browsers use, for the way back from the gateway's page. */
  serverUrl: string
  /** The folder that keeps the proofs of refunds that were made by hand. */
  refundProofsDir: string
  /** CLINIC_TIMEZONE: whose year an invoice's number has. */
  clinicTimezone: string
}

/** Transactions through the gateway; money at the desk: cash entries and shifts; the papers about it. */
export const paymentsPlugin =
  (options: PaymentsOptions): Plugin =>
  (config: Config): Config => {
    const payments: PaymentsContract = { checkout, charges, online, desk, papers }
    const { payables, serverUrl, clinicTimezone } = options
    const gateway = createGateway(options.gateway)
    const paymentsEngine: Engine = { gateway, payables, serverUrl, clinicTimezone }
    return withPaymentsPanel({
      ...config,
      collections: [
        ...(config.collections ?? []),
        transactions,
        refunds(options),
        paymentNotifications,
        cashEntries,
        shifts,
      ],
      endpoints: [
        ...(config.endpoints ?? []),
        createPayment(payables),
        ...notificationEndpoints,
        ...readTransactionEndpoints,
        listTransactionsEndpoint,
        ...paymentMethodsEndpoints(options),
      ],
      globals: [...(config.globals ?? []), paymentSettings],
      graphQL: {
        ...config.graphQL,
        mutations: (graphQL, payload) => ({
          ...config.graphQL?.mutations?.(graphQL, payload),
          ...shiftMutations(graphQL, payload),
          ...transactionMutations(graphQL, payload),
          ...refundMutations(graphQL, payload),
        }),
      },
      custom: {
        ...withSocketEvents(config, { events: [], told: [TOLD] }).custom,
        ...withRefusals(config, refusals),
        payments,
        paymentsEngine,
        sweepers: [...((config.custom?.sweepers ?? []) as Sweeper[]), ...sweepers, refundSweeper],
      },
    })
  }
