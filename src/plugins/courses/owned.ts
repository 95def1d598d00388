import type { PayloadRequest } from 'payload'

import { findOwned, findReadableFiles } from './sql'

type Owned = { courses: ReadonlySet<string>; agendas: ReadonlySet<string> }
type Request = Pick<PayloadRequest, 'context' | 'payload' | 'transactionID' | 'user'>

const NOTHING: Owned = { courses: new Set(), agendas: new Set() }

/** Asked for each field of each document, but of the database once per request. */
const once = async <Value>(req: Request, name: string, read: () => Promise<Value>) => {
  const kept = req.context as Record<string, Promise<Value> | undefined>
  return (kept[name] ??= read())
}

const read = async (req: Request, user: number): Promise<Owned> => {
  const { courses, agendas } = await findOwned(req, user)
  return { courses: new Set(courses), agendas: new Set(agendas) }
}

/** The courses that who asks is enrolled in, and the agendas where their seat is confirmed. */
export const ownedBy = async (req: Request): Promise<Owned> => {
  const { user } = req
  return user ? once(req, 'courses.owned', () => read(req, user.id)) : NOTHING
}

/** The files of lessons that who asks may read. */
export const filesOf = async (req: Request): Promise<number[]> =>
  once(req, 'courses.files', () => findReadableFiles(req, req.user?.id ?? null))
