import { rest } from '../support/generated'
import type { Person } from '../support/people'

export type Article = {
  id: number
  title: string
  slug: string
  excerpt?: string | null
  content?: unknown
  _status: 'draft' | 'published'
  publishedAt: string | null
  author?: number | { id: number } | null
  authorName: string | null
  deletedAt?: string | null
}

let count = 0
/** A word of its own, that nothing else has. */
export const word = (): string => {
  count += 1
  return `kata${process.pid}x${count}x${Math.random().toString(36).slice(2, 8)}`
}

/** A text as the editor writes it: a paragraph for each. */
export const lexical = (...paragraphs: string[]): Record<string, unknown> => ({
  root: {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: 'ltr',
    children: paragraphs.map((text) => ({
      type: 'paragraph',
      format: '',
      indent: 0,
      version: 1,
      direction: 'ltr',
      textFormat: 0,
      textStyle: '',
      children: [
        { type: 'text', text, format: 0, style: '', mode: 'normal', detail: 0, version: 1 },
      ],
    })),
  },
})

/** Writes an article as an editor does; published unless it says otherwise. */
export const write = async (
  editor: Person,
  data: Record<string, unknown> = {},
): Promise<Article> => {
  const answer = await rest<Article>('POST', '/news', editor, {
    title: `Artikel ${word()}`,
    _status: 'published',
    ...data,
  })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.doc
}

/** Changes an article; `draft=true` in `query` leaves what readers see as it is. */
export const change = async (
  editor: Person,
  id: number,
  data: Record<string, unknown>,
  query = '',
): Promise<{ status: number; body: Awaited<ReturnType<typeof rest<Article>>>['body'] }> =>
  rest<Article>('PATCH', `/news/${id}${query}`, editor, data)
