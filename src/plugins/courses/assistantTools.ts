import { z } from 'zod'

import type { AssistantTool } from '@/lib/assistantTool'
import { assistantTool, rows, withWords, words } from '@/lib/assistantTool'
import { cardText } from '@/lib/cardKind'
import { clinicZone } from '@/lib/clinicZone'
import { sayTime } from '@/lib/sayTime'

import { countFreeSeats } from './seats.sql'

/** Drafts are for staff, and nothing to tell anybody of. */
const PUBLISHED = { _status: { equals: 'published' } }

const searchCourses = assistantTool({
  name: 'search_courses',
  description:
    'Courses that the clinic sells: title, instructor, price, what they teach. Without words the newest.',
  parameters: z.object({ words: words.optional(), limit: rows }),
  isForUsers: false,
  run: async (req, asked) => {
    const { docs, totalDocs } = await req.payload.find({
      collection: 'courses',
      where: { and: [PUBLISHED, ...withWords(asked.words, 'title', 'description', 'instructor')] },
      select: { title: true, slug: true, description: true, instructor: true, price: true },
      sort: '-createdAt',
      limit: asked.limit,
      depth: 0,
      draft: false,
      req,
      overrideAccess: false,
    })
    const courses = docs.map(({ title, slug, description, instructor, price }) => ({
      title,
      instructor: instructor ?? null,
      priceRupiah: price,
      description: cardText(description),
      url: `/kursus/${slug}`,
    }))
    return {
      result: { found: totalDocs, courses },
      sources: courses.map(({ title, url }) => ({ title, url })),
    }
  },
})

const searchAgendas = assistantTool({
  name: 'search_agendas',
  description:
    'Events (agendas) with seats that have not begun: when, where, price and free seats, the soonest first.',
  parameters: z.object({ words: words.optional(), limit: rows }),
  isForUsers: false,
  run: async (req, asked) => {
    const { docs, totalDocs } = await req.payload.find({
      collection: 'agendas',
      where: {
        and: [
          PUBLISHED,
          { startsAt: { greater_than: new Date().toISOString() } },
          ...withWords(asked.words, 'title', 'description', 'place'),
        ],
      },
      select: {
        title: true,
        slug: true,
        description: true,
        startsAt: true,
        place: true,
        price: true,
      },
      sort: 'startsAt',
      limit: asked.limit,
      depth: 0,
      draft: false,
      req,
      overrideAccess: false,
    })
    const seats = await countFreeSeats(
      req,
      docs.map(({ id }) => id),
    )
    const zone = clinicZone(req)
    const agendas = docs.map(({ id, title, slug, description, startsAt, place, price }) => ({
      title,
      startsAt,
      startsAtLocal: sayTime(new Date(startsAt), zone),
      place: place ?? null,
      priceRupiah: price,
      /** null: seats are not counted. */
      freeSeats: seats.get(id) ?? null,
      description: cardText(description),
      url: `/agenda/${slug}`,
    }))
    return {
      result: { found: totalDocs, agendas },
      sources: agendas.map(({ title, url }) => ({ title, url })),
    }
  },
})

/** What the assistant may look up here, with the caller's own rights. */
export const coursesTools: AssistantTool[] = [searchCourses, searchAgendas]
