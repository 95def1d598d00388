import type { PayloadRequest } from 'payload'

import type { PublicCard } from '@/lib/publicCard'
import { cardsOf } from '@/lib/publicCard'
import type { News } from '@/payload-types'

type Id = number | string
type Node = { type: string; children?: Node[]; fields?: Record<string, unknown> }

/** Which field of a card in a text names what it shows, and of which collection that is. */
const BLOCKS: Record<string, { field: string; collection: string }> = {
  obatCard: { field: 'obat', collection: 'obat' },
  courseCard: { field: 'course', collection: 'courses' },
  doctorCard: { field: 'doctor', collection: 'doctors' },
}

const idOf = (value: unknown): Id | null => {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
  return typeof id === 'number' || typeof id === 'string' ? id : null
}

type Named = { collection: string; id: Id }

const namedIn = ({ fields = {} }: Pick<Node, 'fields'>): Named | null => {
  const block = BLOCKS[String(fields.blockType)]
  const id = block ? idOf(fields[block.field]) : null
  return block && id !== null ? { collection: block.collection, id } : null
}

const inText = (node: Node): Named[] => {
  const own = node.type === 'block' ? namedIn(node) : null
  return [...(own ? [own] : []), ...(node.children ?? []).flatMap(inText)]
}

const all = (collection: string, values: unknown[] | null | undefined): Named[] =>
  (values ?? []).flatMap((value) => {
    const id = idOf(value)
    return id === null ? [] : [{ collection, id }]
  })

const besideText = ({ relatedObat, relatedCourses, relatedDoctors }: News): Named[] => [
  ...all('obat', relatedObat),
  ...all('courses', relatedCourses),
  ...all('doctors', relatedDoctors),
]

export type Embeds = {
  /** The card that a block in the text shows; null: what it names is not on offer any more. */
  ofBlock: (node: Pick<Node, 'fields'>) => PublicCard | null
  /** What the article is about beside its text, in its editor's order. */
  related: PublicCard[]
}

/** The cards of an article: one query for each kind of them, however many there are. */
export const readEmbeds = async (req: PayloadRequest, article: News): Promise<Embeds> => {
  const root = article.content?.root as Node | undefined
  const related = besideText(article)
  const named = [...(root ? inText(root) : []), ...related]
  const cards = new Map<string, Map<string, PublicCard>>()
  for (const { collection, findAll } of cardsOf(req.payload)) {
    const ids = named.filter((one) => one.collection === collection).map(({ id }) => id)
    cards.set(collection, await findAll(req, [...new Set(ids)]))
  }
  const cardOf = ({ collection, id }: Named) => cards.get(collection)?.get(String(id)) ?? null
  return {
    ofBlock: (node) => {
      const found = namedIn(node)
      return found && cardOf(found)
    },
    related: related.flatMap((one) => cardOf(one) ?? []),
  }
}
