import type {
  CollectionBeforeValidateHook,
  CollectionSlug,
  PayloadRequest,
  TypeWithID,
} from 'payload'
import { slugify } from 'payload/shared'

const SLUG_MAX = 80
const NAMELESS = 'tanpa-nama'

type Sluggable = TypeWithID & {
  slug?: string | null
  _status?: string | null
} & Record<string, unknown>

type Options = {
  /** While it says so, the slug of a saved document follows the text that it is made of. */
  followsWhile?: (doc: Record<string, unknown>) => boolean
  /** Lets one at a time look for a free slug, to the end of its transaction; without it the second fails. */
  queue?: (req: PayloadRequest) => Promise<void>
}

const slugOf = (text: unknown): string =>
  typeof text === 'string'
    ? (slugify(text.normalize('NFKD').replace(/[^\w]+/g, ' ')) ?? '').slice(0, SLUG_MAX)
    : ''

/** Whether a slug is a text's own, with or without the number that keeps it apart. */
const isMadeOf = (slug: string, text: unknown): boolean => {
  const base = slugOf(text) || NAMELESS
  return slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)))
}

type Change = { data: Partial<Sluggable>; doc: Sluggable | undefined; source: string }

/**
 * What the slug shall be, before it is kept apart from others; null: as it is.
 * A form that was opened earlier sends the slug that it knows along with each change of the text.
 */
const wantedSlug = (
  { data, doc, source }: Change,
  followsWhile: Options['followsWhile'],
): string | null => {
  const text = data[source] ?? doc?.[source]
  const typed = slugOf(data.slug)
  const derived = typed || slugOf(text) || NAMELESS
  if (!doc) return derived
  const known = doc.slug ?? ''
  const isTyped =
    data.slug !== undefined && typed !== known && !(followsWhile && isMadeOf(typed, null))
  if (isTyped) return derived
  const follows = followsWhile?.(doc) && (!known || isMadeOf(known, doc[source]))
  if (follows && slugOf(text) && !isMadeOf(known, text)) return slugOf(text)
  // Another may have been given it while this one was a draft.
  if (data._status === 'published' && doc._status === 'draft') return known || derived
  return null
}

const findSlugs = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  condition: { equals: string } | { like: string },
  except: TypeWithID['id'] | undefined,
): Promise<Set<string>> => {
  const { docs } = await req.payload.find({
    collection,
    where: {
      and: [{ slug: condition }, ...(except === undefined ? [] : [{ id: { not_equals: except } }])],
    },
    select: { slug: true } as never,
    pagination: false,
    trash: true,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return new Set(docs.map((doc) => (doc as { slug?: string }).slug ?? ''))
}

/**
 * Fills `slug` from another field at creation, and frees it from collisions with a number: two
 * documents may have the same name, also one that lies in the trash. A slug that was typed is kept, in a
 * slug's form.
 * @param source the field whose text the slug is made of
 */
export const deriveSlug =
  (
    collection: CollectionSlug,
    source: string,
    { followsWhile, queue }: Options = {},
  ): CollectionBeforeValidateHook<Sluggable> =>
  async ({ data, operation, originalDoc, req }) => {
    if (!data) return data
    const doc = operation === 'update' ? originalDoc : undefined
    const base = wantedSlug({ data, doc, source }, followsWhile)
    if (base === null) {
      const isStale = doc && data.slug !== undefined && slugOf(data.slug) !== doc.slug
      return isStale ? { ...data, slug: doc.slug } : data
    }
    await queue?.(req)
    const isFree = (await findSlugs(req, collection, { equals: base }, doc?.id)).size === 0
    if (isFree) return { ...data, slug: base }
    const taken = await findSlugs(req, collection, { like: base }, doc?.id)
    let slug = base
    for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`
    return { ...data, slug }
  }
