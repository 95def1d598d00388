import type { CollectionBeforeOperationHook, FlattenedArrayField } from 'payload'
import { ValidationError } from 'payload'

/** Of arrays that say nothing themselves. */
const ROWS_MAX = 1_000

/**
 * For every collection: more rows than an array may have are refused before anybody looks at them. Payload
 * does so after it has gone through all of them, which takes the square of their number: tens of thousands
 * of small ones, well within a body's size, would keep everybody waiting for half a minute.
 * @throws {ValidationError} 400, as Payload's own
 */
export const refuseTooManyRows: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return
  const { data = {} } = args as { data?: Record<string, unknown> }
  const arrays = collection.flattenedFields.filter(
    (field): field is FlattenedArrayField => field.type === 'array',
  )
  for (const { name, maxRows = ROWS_MAX } of arrays) {
    const rows = data[name]
    if (!Array.isArray(rows) || rows.length <= maxRows) continue
    const message = req.t('validation:requiresNoMoreThan', {
      count: maxRows,
      label: req.t('general:rows'),
    })
    throw new ValidationError(
      { collection: collection.slug, errors: [{ message, path: name }], req },
      req.t,
    )
  }
}
