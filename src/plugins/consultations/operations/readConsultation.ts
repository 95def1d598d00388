import type { PayloadRequest } from 'payload'

import type { Consultation } from '@/payload-types'

/** A consultation as the generated API shows it to whoever has just changed it. */
export const readConsultation = async (req: PayloadRequest, id: number): Promise<Consultation> =>
  req.payload.findByID({ collection: 'consultations', id, depth: 0, req, overrideAccess: false })
