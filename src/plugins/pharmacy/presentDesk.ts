import type { OnlinePayment } from '@/plugins/payments/contract'

import type { DeskRow } from './desk.sql'
import type { DeskOrder, DeskPrescription } from './deskSchemas'
import { cleanDetails } from './details'
import type { Presenter } from './present'
import { signProofUrl } from './proofUrl'

const iso = (time: string | null): string | null => time && new Date(time).toISOString()

const presentPrescription = (row: DeskPrescription): DeskPrescription => ({
  ...row,
  issuedAt: new Date(row.issuedAt).toISOString(),
  validUntil: new Date(row.validUntil).toISOString(),
})

/** An order as the desk works on it. */
export const presentDesk = (
  { proof, paymentDetails, ...row }: DeskRow,
  online: OnlinePayment | null,
  { secret, serverUrl }: Presenter,
): DeskOrder => ({
  ...row,
  createdAt: new Date(row.createdAt).toISOString(),
  expiresAt: iso(row.expiresAt),
  paidAt: iso(row.paidAt),
  online,
  prescription: row.prescription && presentPrescription(row.prescription),
  paymentDetails: cleanDetails(paymentDetails),
  proofUrl: proof && signProofUrl(secret, serverUrl, proof),
})
