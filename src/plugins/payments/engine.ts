import type { PayloadRequest } from 'payload'

import type { Payable, PayableType } from './contract'
import type { Gateway } from './gateway/gateway'

/** What the operations of payments work with; made by `paymentsPlugin`, kept in `config.custom`. */
export type Engine = {
  gateway: Gateway
  payables: readonly Payable[]
  /** The address that browsers use. */
  serverUrl: string
  /** Whose year an invoice's number has. */
  clinicTimezone: string
}

export const engineOf = ({ payload }: Pick<PayloadRequest, 'payload'>): Engine =>
  (payload.config.custom as { paymentsEngine: Engine }).paymentsEngine

/** The domain's side of a transaction; null when its plugin was taken out. */
export const payableFor = (
  req: Pick<PayloadRequest, 'payload'>,
  type: PayableType,
): Payable | null => engineOf(req).payables.find((payable) => payable.type === type) ?? null
