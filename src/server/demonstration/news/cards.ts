import type { PayloadRequest } from 'payload'

import type { Shelves } from '../shelves'
import { bySku } from '../shelves'
import type { FindCard } from './text'

/** Ids by title or e-mail, of domains that are there. */
const idsBy = async (
  req: PayloadRequest,
  collection: 'courses' | 'doctors',
  nameOf: (doc: never) => string,
): Promise<Map<string, number | string>> => {
  if (!Object.hasOwn(req.payload.collections, collection)) return new Map()
  const { docs } = await req.payload.find({
    collection,
    pagination: false,
    depth: 1,
    req,
    overrideAccess: true,
  })
  return new Map(docs.map((doc) => [nameOf(doc as never), doc.id]))
}

export type Known = {
  findCard: FindCard
  /** Doctors by their logins' e-mails. */
  doctors: Map<string, number | string>
}

/** What articles can name. @param shelves null where there is no pharmacy */
export const knownTo = async (req: PayloadRequest, shelves: Shelves | null): Promise<Known> => {
  const courses = await idsBy(req, 'courses', ({ title }: { title: string }) => title)
  const doctors = await idsBy(req, 'doctors', ({ user }: { user: { email: string } }) => user.email)
  const findCard: FindCard = (kind, name) => {
    if (kind === 'obat' && shelves) return { blockType: 'obatCard', obat: bySku(shelves, name).id }
    const course = kind === 'kursus' ? courses.get(name) : undefined
    if (course) return { blockType: 'courseCard', course }
    const doctor = kind === 'dokter' ? doctors.get(name) : undefined
    return doctor ? { blockType: 'doctorCard', doctor } : null
  }
  return { findCard, doctors }
}
