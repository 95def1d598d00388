import { ApiError } from '@/lib/apiError'

import { withReason } from '../requests'

/**
 * The reason that the desk must give, whichever door it comes through.
 * @throws {ApiError} 422 when there is none, or it is too long
 */
export const reasonOf = (given: string): string => {
  const { data, error } = withReason.safeParse({ reason: given })
  if (data) return data.reason
  const message = error.issues[0]?.message ?? 'reason tidak valid.'
  throw new ApiError(422, message, { errors: { reason: [message] } })
}
