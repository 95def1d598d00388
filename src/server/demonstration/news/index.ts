import type { PayloadRequest } from 'payload'
import { slugify } from 'payload/shared'

import { clinicZone } from '@/lib/clinicZone'
import type { Category, News } from '@/payload-types'

import { momentOf } from '../history/clock'
import { startOfToday } from '../history/past.sql'
import type { Cast } from '../people'
import type { Shelves } from '../shelves'
import type { Known } from './cards'
import { knownTo } from './cards'
import { ARTICLES, CATEGORIES } from './catalogue'
import { coverOf } from './covers'
import { contentOf } from './text'
import type { DemoArticle } from './types'

const EDITOR = 'editor@sehat.test'
/** Articles come out at seven in the morning. */
const AT = 7 * 60
const TURNS = 21

const makeCategories = async (req: PayloadRequest): Promise<Map<string, Category>> => {
  const made = new Map<string, Category>()
  for (const { name, parent } of CATEGORIES) {
    const category = await req.payload.create({
      collection: 'categories',
      data: { name, parent: parent ? (made.get(parent)?.id ?? null) : null },
      depth: 0,
      req,
      overrideAccess: true,
    })
    made.set(name, category)
  }
  return made
}

const makeCover = async (req: PayloadRequest, article: DemoArticle, at: number) => {
  const name = `${slugify(article.title) ?? 'artikel'}.webp`
  return req.payload.create({
    collection: 'media',
    data: { alt: `Ilustrasi: ${article.title}` },
    file: await coverOf(article.categories[0] ?? '', at % TURNS, name),
    depth: 0,
    req,
    overrideAccess: true,
  })
}

/** Publishes it when its time has come, as an editor would have it done. */
const schedule = async (req: PayloadRequest, { id }: News, at: Date): Promise<void> => {
  await req.payload.jobs.queue({
    task: 'schedulePublish',
    input: {
      type: 'publish',
      doc: { relationTo: 'news', value: String(id) },
      user: { relationTo: 'users', value: req.user?.id },
    } as never,
    waitUntil: at,
    req,
  })
}

type World = { known: Known; categories: Map<string, Category>; midnight: Date }

const makeArticle = async (
  req: PayloadRequest,
  { known, categories, midnight }: World,
  article: DemoArticle,
  at: number,
): Promise<void> => {
  const { title, excerpt, text, sources, daysAgo } = article
  const day = daysAgo === 'draft' ? null : momentOf(midnight, daysAgo, AT)
  const isPublished = daysAgo !== 'draft' && daysAgo >= 0
  const reviewer = article.reviewer ? known.doctors.get(article.reviewer) : undefined
  const cover = await makeCover(req, article, at)
  const made = await req.payload.create({
    collection: 'news',
    data: {
      title,
      excerpt,
      content: await contentOf(req, text, known.findCard),
      cover: cover.id,
      categories: article.categories.flatMap((name) => categories.get(name)?.id ?? []),
      sources: sources.map(([name, url]) => ({ title: name, url })),
      ...(reviewer ? { reviewer, reviewedAt: day?.toISOString() } : {}),
      ...(isPublished ? { publishedAt: day?.toISOString() } : {}),
      _status: isPublished ? 'published' : 'draft',
    } as never,
    draft: !isPublished,
    depth: 0,
    req,
    overrideAccess: true,
  })
  if (day && !isPublished) await schedule(req, made, day)
}

/** Fills the newsroom: categories and articles, one of them unfinished and one that waits for its day. */
export const fillNews = async (
  req: PayloadRequest,
  cast: Cast,
  shelves: Shelves | null,
): Promise<void> => {
  const editor = cast(EDITOR)
  const world = {
    known: await knownTo(req, shelves),
    categories: await makeCategories(editor),
    midnight: await startOfToday(req, clinicZone(req)),
  }
  for (const [at, article] of ARTICLES.entries()) await makeArticle(editor, world, article, at)
}
