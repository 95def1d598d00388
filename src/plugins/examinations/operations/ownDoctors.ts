import type { PayloadRequest } from 'payload'

import { hasRole } from '@/access'

import type { ExaminationsOptions } from '../index'

/** The doctors, as `pemeriksaan.doctor` names them, that the signed-in doctor is: one, or none. */
export const ownDoctors = async (
  req: PayloadRequest,
  { doctors: { collection, loginPath } }: ExaminationsOptions,
): Promise<number[]> => {
  if (!req.user || !hasRole(req, 'doctor')) return []
  const [, login] = loginPath.split('.')
  if (!login) return [req.user.id]
  const { docs } = await req.payload.find({
    collection,
    where: { [login]: { equals: req.user.id } },
    select: {},
    depth: 0,
    limit: 1,
    req,
    overrideAccess: true,
  })
  return docs.map(({ id }) => Number(id))
}
