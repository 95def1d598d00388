import type { CollectionConfig, DateField } from 'payload'

const CELL = '@/lib/panel/TimeCell#TimeCell'

const time = (name: 'createdAt' | 'updatedAt'): DateField => ({
  name,
  type: 'date',
  index: true,
  label: ({ t }) => t(`general:${name}`),
  admin: { disableBulkEdit: true, hidden: true, components: { Cell: CELL } },
})

/** The fields that Payload gives to every collection, as it does, but shown by the clinic's clock. */
export const withTimes = (collection: CollectionConfig): CollectionConfig =>
  collection.timestamps === false
    ? collection
    : { ...collection, fields: [...collection.fields, time('updatedAt'), time('createdAt')] }
