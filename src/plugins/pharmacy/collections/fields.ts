import type { Condition, NumberField, SingleRelationshipField } from 'payload'

import { isSaved, isWhole } from '@/lib/fields'
import type { Said } from '@/lib/panel/said'

/** Which obat: found by name, SKU or barcode. */
export const obatRelation = ({ onlyActive }: { onlyActive: boolean }): SingleRelationshipField => ({
  name: 'obat',
  type: 'relationship',
  label: { en: 'Medicine', id: 'Obat' },
  relationTo: 'obat',
  required: true,
  admin: {
    width: '70%',
    components: {
      Field: {
        path: '@/plugins/pharmacy/admin/ObatPicker#ObatPicker',
        clientProps: { onlyActive },
      },
    },
  },
})

/** Of fields that may be given when a document is made, and are of no interest if they were not. */
export const isNewOrHas =
  (name: string): Condition =>
  (data) =>
    !isSaved(data) || Boolean(data[name])

/** A count: a whole number, never negative. */
export const whole = (
  name: string,
  label: Said,
  { defaultValue, sidebar = false }: { defaultValue: number; sidebar?: boolean },
): NumberField => ({
  name,
  type: 'number',
  label,
  defaultValue,
  min: 0,
  validate: isWhole(1_000_000),
  ...(sidebar ? { admin: { position: 'sidebar' } } : {}),
})
