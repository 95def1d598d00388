import type { PayloadRequest } from 'payload'

import type { User } from '@/payload-types'

import { DEMO_LOGINS, DEMO_PASSWORD } from './logins'

export type People = ReadonlyMap<string, User>

const ADDRESSES: Record<string, string> = {
  'pasien@sehat.test': 'Jl. Melati No. 12, Bandung',
  'pasien2@sehat.test': 'Jl. Kenanga No. 3, Depok',
}

export const createPeople = async (req: PayloadRequest): Promise<People> => {
  const people = new Map<string, User>()
  for (const { email, name, role } of DEMO_LOGINS) {
    const user = await req.payload.create({
      collection: 'users',
      data: { email, name, role, password: DEMO_PASSWORD, address: ADDRESSES[email] ?? null },
      depth: 0,
      req,
      overrideAccess: true,
    })
    people.set(email, user)
  }
  return people
}

export const byEmail = (people: People, email: string): User => {
  const user = people.get(email)
  if (!user) throw new Error(`The demonstration has no ${email}.`)
  return user
}
