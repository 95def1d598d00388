import { convertMarkdownToLexical, editorConfigFactory } from '@payloadcms/richtext-lexical'
import type { PayloadRequest, RichTextField } from 'payload'
import { v7 } from 'uuid'

import type { News } from '@/payload-types'

type Content = NonNullable<News['content']>
type Node = Content['root']['children'][number]
/** What a card's line names, as a block's fields; null: its domain was taken out. */
export type FindCard = (kind: string, name: string) => Record<string, unknown> | null

const CARD = /^\[\[(\w+) (.+)\]\]$/m

const blockOf = (fields: Record<string, unknown>): Node => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: v7(), blockName: '', ...fields },
})

/** An article's text as Lexical keeps it. */
export const contentOf = async (
  { payload }: PayloadRequest,
  text: string,
  findCard: FindCard,
): Promise<Content> => {
  const field = payload.collections.news.config.flattenedFields.find(
    ({ name }) => name === 'content',
  ) as unknown as RichTextField
  const editorConfig = editorConfigFactory.fromField({ field })
  const children: Node[] = []
  // Of a split by two groups: text, kind, name, text, kind, name, text.
  const parts = text.split(CARD)
  for (let at = 0; at < parts.length; at += 3) {
    const [markdown = '', kind, name] = parts.slice(at, at + 3)
    const { root } = convertMarkdownToLexical({ editorConfig, markdown: markdown.trim() })
    if (markdown.trim()) children.push(...(root.children as Node[]))
    const card = kind && name ? findCard(kind, name) : null
    if (card) children.push(blockOf(card))
  }
  return {
    root: { type: 'root', version: 1, direction: 'ltr', format: '', indent: 0, children },
  }
}
