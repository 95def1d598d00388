import type {
  Condition,
  NumberField,
  NumberFieldSingleValidation,
  SingleRelationshipField,
} from 'payload'

type Label = { en: string; id: string }

/** Rupiah and pieces are counted in whole numbers that every part of the house can hold exactly. */
const AMOUNT_MAX = 1_000_000_000_000

const isWhole =
  (max: number): NumberFieldSingleValidation =>
  (value, { required }) => {
    if (value === null || value === undefined) return required ? 'Wajib diisi.' : true
    if (!Number.isInteger(value)) return 'Harus bilangan bulat.'
    if (value < 0 || value > max) return `Harus antara 0 dan ${max}.`
    return true
  }

/** Shows an amount in lists. */
export const RUPIAH_CELL = '@/plugins/pharmacy/admin/RupiahCell#RupiahCell'

/** An amount of money: whole rupiah, never negative. */
export const rupiah = (name: string, label: Label): NumberField => ({
  name,
  type: 'number',
  label,
  required: true,
  min: 0,
  max: AMOUNT_MAX,
  validate: isWhole(AMOUNT_MAX),
  admin: { components: { Cell: RUPIAH_CELL } },
})

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

/** Of fields that the server fills: there is nothing to see before a document exists. */
export const isSaved = (data: { id?: unknown }): boolean => Boolean(data.id)

/** Of fields that may be given when a document is made, and are of no interest if they were not. */
export const isNewOrHas =
  (name: string): Condition =>
  (data) =>
    !isSaved(data) || Boolean(data[name])

/** A count: a whole number, never negative. */
export const whole = (
  name: string,
  label: Label,
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
