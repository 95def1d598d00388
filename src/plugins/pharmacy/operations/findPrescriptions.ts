import type { PayloadRequest } from 'payload'

/** The prescriptions that came of some consultations, of those that the asking user may read; newest first. */
export const findPrescriptions = async (
  req: PayloadRequest,
  consultations: number[],
): Promise<{ id: number; consultation: number }[]> => {
  const { docs } = await req.payload.find({
    collection: 'prescriptions',
    where: { consultation: { in: consultations } },
    select: { consultation: true },
    sort: '-id',
    pagination: false,
    depth: 0,
    req,
    overrideAccess: false,
  })
  return docs.map(({ id, consultation }) => ({ id, consultation: Number(consultation) }))
}
