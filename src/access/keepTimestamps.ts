import type { CollectionBeforeOperationHook } from 'payload'

/**
 * For every collection: `createdAt` and `updatedAt` are the server's to set. Whatever is sent for them
 * over REST and GraphQL is dropped.
 */
export const keepTimestamps: CollectionBeforeOperationHook = ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess === true || req.payloadAPI === 'local') return
  if (operation !== 'create' && operation !== 'update') return
  const { data: sent } = args as { data?: Record<string, unknown> }
  if (!sent) return
  const { createdAt: _created, updatedAt: _updated, ...data } = sent
  return { ...args, data }
}
