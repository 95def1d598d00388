import type { NumberField, NumberFieldSingleValidation } from 'payload'

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

/** An amount of money: whole rupiah, never negative. */
export const rupiah = (name: string, label: Label): NumberField => ({
  name,
  type: 'number',
  label,
  required: true,
  min: 0,
  max: AMOUNT_MAX,
  validate: isWhole(AMOUNT_MAX),
})

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
