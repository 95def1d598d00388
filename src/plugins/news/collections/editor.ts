import {
  BlockquoteFeature,
  BlocksFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  HorizontalRuleFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  UnderlineFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import type { FieldAffectingData, TextFieldSingleValidation } from 'payload'

import { isLinkTarget } from '../addresses'
import type { NewsOptions } from '../index'
import { blocks } from './blocks'

const leadsSomewhere: TextFieldSingleValidation = (value, { siblingData }) => {
  if ((siblingData as { linkType?: unknown }).linkType === 'internal') return true
  return isLinkTarget(value) || 'Alamat tautan tidak valid.'
}

/** Payload would take `javascript:` for an address. */
const withSafeAddress = (field: FieldAffectingData): FieldAffectingData =>
  field.name === 'url' && field.type === 'text' && field.hasMany !== true
    ? { ...field, validate: leadsSomewhere }
    : field

/** What an article's text may consist of; its root is Lexical's JSON. */
export const editor = (options: NewsOptions) => {
  const cards = blocks(options)
  const features = [
    ParagraphFeature(),
    HeadingFeature({ enabledHeadingSizes: ['h2', 'h3', 'h4'] }),
    BoldFeature(),
    ItalicFeature(),
    UnderlineFeature(),
    StrikethroughFeature(),
    UnorderedListFeature(),
    OrderedListFeature(),
    BlockquoteFeature(),
    HorizontalRuleFeature(),
    LinkFeature({
      enabledCollections: ['news'],
      fields: ({ defaultFields }) => defaultFields.map(withSafeAddress),
    }),
    UploadFeature({ enabledCollections: ['media'] }),
    ...(cards.length > 0 ? [BlocksFeature({ blocks: cards })] : []),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
  ]
  return lexicalEditor({ features })
}
