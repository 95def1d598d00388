import type { CollectionBeforeValidateHook } from 'payload'

const tidy = (value: unknown): unknown => (typeof value === 'string' ? value.trim() || null : value)

/** SKU and barcode are unique where they are given; an empty text would collide with the next empty one. */
export const blankCodesAreAbsent: CollectionBeforeValidateHook = ({ data }) => {
  if (!data) return data
  const codes = Object.fromEntries(
    ['sku', 'barcode'].filter((name) => name in data).map((name) => [name, tidy(data[name])]),
  )
  return { ...data, ...codes }
}
