import type { CollectionConfig, DateField } from 'payload'

const CELL = '@/lib/panel/TimeCell#TimeCell'
const ABOVE_FORM = '@/plugins/panel/admin/DocumentTimes#DocumentTimes'

const time = (name: 'createdAt' | 'updatedAt'): DateField => ({
  name,
  type: 'date',
  index: true,
  label: ({ t }) => t(`general:${name}`),
  admin: { disableBulkEdit: true, hidden: true, components: { Cell: CELL } },
})

/**
 * The fields that Payload gives to every collection, as it does, but shown by the clinic's clock, in
 * lists and above forms.
 */
export const withTimes = (collection: CollectionConfig): CollectionConfig => {
  if (collection.timestamps === false) return collection
  const components = collection.admin?.components
  const edit = components?.edit
  const beforeDocumentControls = [...(edit?.beforeDocumentControls ?? []), ABOVE_FORM]
  return {
    ...collection,
    fields: [...collection.fields, time('updatedAt'), time('createdAt')],
    admin: {
      ...collection.admin,
      components: { ...components, edit: { ...edit, beforeDocumentControls } },
    },
  }
}
