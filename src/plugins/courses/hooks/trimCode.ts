import type { FieldHook } from 'payload'

/** The blanks around a code are no part of it. */
export const trimCode: FieldHook = ({ value }) =>
  typeof value === 'string' ? value.trim() : (value as unknown)
