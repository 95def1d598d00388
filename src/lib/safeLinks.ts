import { LinkFeature } from '@payloadcms/richtext-lexical'
import type { CollectionSlug, FieldAffectingData, TextFieldSingleValidation } from 'payload'

import { isLinkTarget } from './addresses'

const leadsSomewhere: TextFieldSingleValidation = (value, { siblingData }) => {
  if ((siblingData as { linkType?: unknown }).linkType === 'internal') return true
  return isLinkTarget(value) || 'Alamat tautan tidak valid.'
}

const withSafeAddress = (field: FieldAffectingData): FieldAffectingData =>
  field.name === 'url' && field.type === 'text' && field.hasMany !== true
    ? { ...field, validate: leadsSomewhere }
    : field

/**
 * Links in rich text, to what `isLinkTarget` takes: Payload would take `javascript:` for an address.
 * @param options which collections' documents may be linked to; all, where it is not said
 */
export const safeLinks = (options: { enabledCollections?: CollectionSlug[] } = {}) =>
  LinkFeature({ ...options, fields: ({ defaultFields }) => defaultFields.map(withSafeAddress) })
