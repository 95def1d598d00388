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
  OrderedListFeature,
  ParagraphFeature,
  StrikethroughFeature,
  UnderlineFeature,
  UnorderedListFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'

import { safeLinks } from '@/lib/safeLinks'

import type { NewsOptions } from '../index'
import { blocks } from './blocks'

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
    safeLinks({ enabledCollections: ['news'] }),
    UploadFeature({ enabledCollections: ['media'] }),
    ...(cards.length > 0 ? [BlocksFeature({ blocks: cards })] : []),
    FixedToolbarFeature(),
    InlineToolbarFeature(),
  ]
  return lexicalEditor({ features })
}
