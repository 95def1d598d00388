import type { PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import type { User } from '@/payload-types'

import { DEMO_LOGINS, DEMO_PASSWORD } from './logins'

const ADDRESSES: Record<string, string> = {
  'pasien@sehat.test': 'Jl. Melati No. 12, Bandung',
  'pasien2@sehat.test': 'Jl. Kenanga No. 3, Depok',
}

const createPeople = async (req: PayloadRequest): Promise<User[]> => {
  const people: User[] = []
  for (const { email, name, role } of DEMO_LOGINS) {
    const user = await req.payload.create({
      collection: 'users',
      data: { email, name, role, password: DEMO_PASSWORD, address: ADDRESSES[email] ?? null },
      depth: 0,
      req,
      overrideAccess: true,
    })
    people.push(user)
  }
  return people
}

/** A request of somebody by their e-mail, within the transaction that made them all. */
export type Cast = (email: string) => PayloadRequest & { user: User }

/** Makes the people of the demonstration. */
export const createCast = async (req: PayloadRequest): Promise<Cast> => {
  const requests = new Map<string, PayloadRequest>()
  for (const user of await createPeople(req)) {
    const theirs = await createLocalReq({ user }, req.payload)
    if (req.transactionID) theirs.transactionID = req.transactionID
    requests.set(user.email, theirs)
  }
  return (email) => {
    const theirs = requests.get(email)
    if (!theirs) throw new Error(`The demonstration has no ${email}.`)
    return theirs as ReturnType<Cast>
  }
}
