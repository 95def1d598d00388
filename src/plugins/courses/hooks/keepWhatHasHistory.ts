import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload'

import type { ApiError } from '@/lib/apiError'

/**
 * What was bought, or used, stays: enrollments and transactions speak of it.
 * @param hasHistory whether anything speaks of a document
 * @param refusal says so
 */
export const keepWhatHasHistory =
  (
    hasHistory: (req: PayloadRequest, id: string) => Promise<boolean>,
    refusal: () => ApiError,
  ): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    if (await hasHistory(req, String(id))) throw refusal()
  }
