import type { CollectionBeforeValidateHook, TextField } from 'payload'
import { v7 } from 'uuid'
import { z } from 'zod'

/** The form of a course's, agenda's, coupon's, transaction's or pemeriksaan's id, in any case. */
export const uuid = z.guid()

export const isUuid = (text: string): boolean => uuid.safeParse(text).success

/** A text id that the server sets (architecture, "Ids"); goes with `setUuid`. */
export const uuidField: TextField = {
  name: 'id',
  type: 'text',
  label: 'ID',
  admin: { hidden: true },
}

/** Gives a new document a UUID of version 7 (rising with time), whatever id was sent. */
export const setUuid: CollectionBeforeValidateHook = ({ data, operation }) =>
  operation === 'create' ? { ...data, id: v7() } : data
