import type { PayloadRequest } from 'payload'

import { granteeNotFound, reasonNeeded } from '../errors'
import { isPatient } from '../sql'

type Granted = { user?: number | { id: number } | null; grantReason?: string | null }

/**
 * Who is granted what costs others money, by whom and why.
 * @throws {ApiError} 422 without a reason, or when it is no patient
 */
export const grantOf = async (
  req: PayloadRequest,
  { user: named, grantReason }: Granted,
): Promise<{ user: number; grantReason: string; grantedBy: number | null }> => {
  const reason = grantReason?.trim()
  if (!reason) throw reasonNeeded()
  const user = Number(typeof named === 'object' ? named?.id : named)
  if (!(await isPatient(req, user))) throw granteeNotFound()
  return { user, grantReason: reason, grantedBy: req.user?.id ?? null }
}
