import { checked } from '@/lib/checked'

import { withReason } from '../requests'

/**
 * The reason that the desk must give, whichever door it comes through.
 * @throws {ApiError} 422 when there is none, or it is too long
 */
export const reasonOf = (given: string): string => checked(withReason, { reason: given }).reason
