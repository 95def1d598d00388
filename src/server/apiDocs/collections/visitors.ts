import type { Access, FieldAccess, Payload } from 'payload'

import { ROLES } from '@/access/roles'

/** Whoever may come: nobody known, or a user of a role. */
const VISITORS = ['anonymous', ...ROLES] as const
type Visitor = (typeof VISITORS)[number]

/** Who is let in: to everything, or (`some`) to certain documents only. */
export type Admission = { all: Visitor[]; some: Visitor[] }

type Rule = Access | FieldAccess | undefined

const answerTo = async (payload: Payload, rule: Rule, visitor: Visitor): Promise<unknown> => {
  if (!rule) return visitor !== 'anonymous'
  const user = visitor === 'anonymous' ? null : { id: 0, role: visitor, collection: 'users' }
  const req = { user, payload, context: {}, headers: new Headers(), payloadAPI: 'REST' }
  return (rule as (args: { req: unknown }) => unknown)({ req })
}

/** Asks a rule about everybody who may come. */
export const admissionOf = async (payload: Payload, rule: Rule): Promise<Admission> => {
  const admission: Admission = { all: [], some: [] }
  for (const visitor of VISITORS) {
    const answer = await answerTo(payload, rule, visitor)
    if (answer === true) admission.all.push(visitor)
    else if (answer) admission.some.push(visitor)
  }
  return admission
}

export const isClosed = ({ all, some }: Admission): boolean => all.length + some.length === 0

export const isOpen = ({ all }: Admission): boolean => all.length === VISITORS.length

export const admits = ({ all, some }: Admission, visitor: Visitor): boolean =>
  all.includes(visitor) || some.includes(visitor)

/** In words. */
export const forWhom = (admission: Admission): string => {
  const { all, some } = admission
  if (isOpen(admission)) return 'Open to everybody.'
  const limited = some.map((visitor) => `${visitor} (certain documents only)`)
  return `For: ${[...all, ...limited].join(', ')}.`
}
