import type { PayloadRequest } from 'payload'

import { cardKind, cardPicture, cardText } from '@/lib/cardKind'
import { clinicZone } from '@/lib/clinicZone'
import { showRupiah } from '@/lib/panel/showRupiah'
import type { PublicCard } from '@/lib/publicCard'
import { sayTime } from '@/lib/sayTime'
import type { Agenda, Course } from '@/payload-types'

import { countFreeSeats } from './seats.sql'

const PUBLISHED = { _status: { equals: 'published' } }

const priceOf = (price: number) => ({
  label: 'Harga',
  value: price > 0 ? showRupiah(price) : 'Gratis',
})

const courseCard = (course: Course): PublicCard => ({
  title: course.title,
  subtitle: course.instructor ? `Kursus oleh ${course.instructor}` : 'Kursus',
  text: cardText(course.description),
  picture: cardPicture(course.thumbnail, course.title),
  facts: [
    priceOf(course.price),
    { label: 'Materi', value: `${course.lessons?.length ?? 0} pelajaran` },
  ],
  url: `/kursus/${course.slug}`,
  payment: null,
})

const seatsOf = (free: number | undefined) => {
  if (free === undefined) return []
  return [{ label: 'Kuota', value: free > 0 ? `Sisa ${free} tempat` : 'Penuh' }]
}

const presentAgendas = async (req: PayloadRequest, agendas: Agenda[]): Promise<PublicCard[]> => {
  const zone = clinicZone(req)
  const seats = await countFreeSeats(
    req,
    agendas.map(({ id }) => id),
  )
  return agendas.map(({ id, title, slug, description, thumbnail, startsAt, place, price }) => ({
    title,
    subtitle: 'Agenda',
    text: cardText(description),
    picture: cardPicture(thumbnail, title),
    facts: [
      { label: 'Waktu', value: sayTime(new Date(startsAt), zone) },
      ...(place ? [{ label: 'Tempat', value: place }] : []),
      priceOf(price),
      ...seatsOf(seats.get(id)),
    ],
    url: `/agenda/${slug}`,
    payment: null,
  }))
}

/** Published courses, with their price and how much is taught. */
export const courseCards = cardKind({
  name: 'kursus',
  collection: 'courses',
  keyField: 'slug',
  onOffer: PUBLISHED,
  present: (_req, docs) => docs.map(courseCard),
})

/** Published agendas: when, where, for how much, and how many seats are left. */
export const agendaCards = cardKind({
  name: 'agenda',
  collection: 'agendas',
  keyField: 'slug',
  onOffer: PUBLISHED,
  present: presentAgendas,
})
