import type { PayloadRequest } from 'payload'

import { granteeNotFound, reasonNeeded } from '../errors'
import { isPatient } from '../sql'

type Granted = { user?: unknown; grantReason?: unknown }

/** The id of what a field names, by its id or as a document; hooks come before validation. */
export const idNamed = (named: unknown): unknown =>
  typeof named === 'object' && named !== null && 'id' in named ? named.id : named

/**
 * Who is granted what costs others money, by whom and why.
 * @throws {ApiError} 422 without a reason, or when it is no patient
 */
export const grantOf = async (
  req: PayloadRequest,
  { user: named, grantReason }: Granted,
): Promise<{ user: number; grantReason: string; grantedBy: number | null }> => {
  const reason = typeof grantReason === 'string' ? grantReason.trim() : ''
  if (!reason) throw reasonNeeded()
  const user = Number(idNamed(named))
  if (!(await isPatient(req, user))) throw granteeNotFound()
  return { user, grantReason: reason, grantedBy: req.user?.id ?? null }
}
