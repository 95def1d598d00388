import type { CollectionBeforeValidateHook } from 'payload'

import { isReordering } from '@/access/panelEndpoints'

/** Places are given by dragging: a form that was opened earlier, or a client, moves nothing. */
export const keepOrder: CollectionBeforeValidateHook = ({ data, req }) => {
  if (!data || isReordering(req)) return data
  const { _order: _sent, ...rest } = data
  return rest
}
