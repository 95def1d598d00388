import type { FieldHook } from 'payload'

import type { Shift } from '@/payload-types'

/** Whose shift it is: the desk reads shifts, but not the accounts of staff. Asked once for each cashier of a list. */
export const nameCashier: FieldHook<Shift, string | null> = async ({ data, req }) => {
  const cashier = data?.cashier
  const id = typeof cashier === 'object' ? cashier?.id : cashier
  if (!id) return null
  const { docs } = await req.payloadDataLoader.find({
    collection: 'users',
    where: { id: { equals: id } },
    select: { name: true },
    limit: 1,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs[0]?.name ?? null
}
