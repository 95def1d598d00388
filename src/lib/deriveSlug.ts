import type { CollectionBeforeValidateHook, CollectionSlug, TypeWithID } from 'payload'
import { slugify } from 'payload/shared'

const SLUG_MAX = 80

type Sluggable = TypeWithID & { slug?: string | null } & Record<string, unknown>

const slugOf = (text: string): string =>
  (slugify(text.normalize('NFKD').replace(/[^\w]+/g, ' ')) ?? '').slice(0, SLUG_MAX)

/**
 * Fills `slug` from another field at creation, and frees it from collisions with a number: two
 * documents may have the same name. A slug that was typed is kept, in a slug's form.
 * @param source the field whose text the slug is made of
 */
export const deriveSlug =
  (collection: CollectionSlug, source: string): CollectionBeforeValidateHook<Sluggable> =>
  async ({ data, operation, originalDoc, req }) => {
    if (!data) return data
    const typed = typeof data.slug === 'string' ? slugOf(data.slug) : ''
    if (operation === 'update' && (data.slug === undefined || typed === originalDoc?.slug))
      return data
    const text = data[source] ?? originalDoc?.[source]
    const base = typed || (typeof text === 'string' && slugOf(text)) || 'tanpa-nama'
    const { docs } = await req.payload.find({
      collection,
      where: { slug: { like: base } },
      select: { slug: true } as never,
      pagination: false,
      depth: 0,
      req,
      overrideAccess: true,
    })
    const taken = new Set(docs.map((doc) => (doc as { slug?: string }).slug))
    let slug = base
    for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`
    return { ...data, slug }
  }
