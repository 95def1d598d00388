import { getTranslation } from '@payloadcms/translations'
import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'

/** A column of an export: where its values are in a document, and what they are. */
export type ExportColumn = { path: string[]; heading: string; field: FlattenedField | null }

/** Fields without a value that could stand in a cell. */
const WITHOUT_VALUE = new Set(['join', 'ui'])

/** The panel keeps them out of its forms, but not out of its lists. */
const TIMES = new Set(['createdAt', 'updatedAt'])

/** A field's label in the panel's language; its name where it has none. */
export const labelOf = (field: FlattenedField, { i18n }: PayloadRequest): string => {
  const { label } = field as { label?: Parameters<typeof getTranslation>[0] | false }
  const said = label ? getTranslation(label, i18n as never) : ''
  return typeof said === 'string' && said ? said : field.name
}

const isHiddenInPanel = ({ admin }: FlattenedField): boolean =>
  Boolean(admin && (('hidden' in admin && admin.hidden) || ('disabled' in admin && admin.disabled)))

/** Never exported, whoever asks: secrets, sessions, and what no document keeps. */
const isSecret = (field: FlattenedField): boolean =>
  ('hidden' in field && field.hidden) ||
  ('virtual' in field && field.virtual === true) ||
  (isHiddenInPanel(field) && 'flattenedFields' in field) ||
  field.name === 'sessions' ||
  WITHOUT_VALUE.has(field.type)

const mayRead = async (field: FlattenedField, req: PayloadRequest): Promise<boolean> =>
  !('access' in field) || !field.access?.read || (await field.access.read({ req }))

const columnsOf = async (
  req: PayloadRequest,
  fields: FlattenedField[],
  above: Pick<ExportColumn, 'path' | 'heading'>,
): Promise<(ExportColumn & { isHidden: boolean })[]> => {
  const columns = []
  for (const field of fields) {
    if (isSecret(field) || !(await mayRead(field, req))) continue
    const path = [...above.path, field.name]
    const heading = [above.heading, labelOf(field, req)].filter(Boolean).join(' > ')
    const isHidden = isHiddenInPanel(field) && !TIMES.has(field.name)
    if (field.type === 'group' || field.type === 'tab') {
      columns.push(...(await columnsOf(req, field.flattenedFields, { path, heading })))
    } else columns.push({ path, heading, field, isHidden })
  }
  return columns
}

/**
 * The columns that somebody may read of a collection.
 * @param asked paths as the list has them (`name`, `group.name`); null for all that the panel shows.
 *   What nobody knows, or may not be read, is left out.
 */
export const exportColumns = async (
  req: PayloadRequest,
  { flattenedFields }: SanitizedCollectionConfig,
  asked: string[] | null,
): Promise<ExportColumn[]> => {
  const known = [
    { path: ['id'], heading: 'ID', field: null, isHidden: false },
    ...(await columnsOf(
      req,
      flattenedFields.filter(({ name }) => name !== 'id'),
      { path: [], heading: '' },
    )),
  ]
  if (!asked) return known.filter(({ isHidden }) => !isHidden)
  return asked.flatMap((path) => known.filter((column) => column.path.join('.') === path))
}
