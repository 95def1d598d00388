import type { Field, NumberField, NumberFieldSingleValidation } from 'payload'

import { serverOnly } from '@/access'

import type { Said } from './panel/said'

/** Rupiah and pieces are counted in whole numbers that every part of the house can hold exactly. */
export const AMOUNT_MAX = 1_000_000_000_000

/** Of numbers that are whole and, unless `min` says otherwise, not negative. */
export const isWhole =
  (max: number, min = 0): NumberFieldSingleValidation =>
  (value, { required }) => {
    if (value === null || value === undefined) return required ? 'Wajib diisi.' : true
    if (!Number.isInteger(value)) return 'Harus bilangan bulat.'
    if (value < min || value > max) return `Harus antara ${min} dan ${max}.`
    return true
  }

/** Shows an amount in lists. */
export const RUPIAH_CELL = '@/lib/panel/RupiahCell#RupiahCell'
/** Shows an amount in lists and in forms. */
export const RUPIAH = { Cell: RUPIAH_CELL, Field: '@/lib/panel/RupiahField#RupiahField' }
/** Shows a moment that the server has set, in lists and in forms. */
const TIME = {
  Cell: '@/lib/panel/TimeCell#TimeCell',
  Field: '@/lib/panel/TimeShown#TimeShown',
}

/** An amount of money: whole rupiah, never negative. */
export const rupiah = (name: string, label: Said): NumberField => ({
  name,
  type: 'number',
  label,
  required: true,
  min: 0,
  max: AMOUNT_MAX,
  validate: isWhole(AMOUNT_MAX),
  admin: { components: RUPIAH },
})

/** Of fields that the server fills: there is nothing to see before a document exists. */
export const isSaved = (data: { id?: unknown }): boolean => Boolean(data.id)

/** Set by the server, and shown once it is. */
export const serverText = (name: string, label: Said): Field => ({
  name,
  type: 'text',
  label,
  access: serverOnly,
  admin: { readOnly: true, condition: (data) => Boolean(data[name]) },
})

export const serverDate = (name: string, label: Said): Field => ({
  name,
  type: 'date',
  label,
  access: serverOnly,
  admin: {
    readOnly: true,
    position: 'sidebar',
    condition: (data) => Boolean(data[name]),
    components: TIME,
  },
})

export const serverUser = (name: string, label: Said): Field => ({
  name,
  type: 'relationship',
  label,
  relationTo: 'users',
  access: serverOnly,
  admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data[name]) },
})
