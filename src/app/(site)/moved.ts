import { notFound, permanentRedirect } from 'next/navigation'
import type { PayloadRequest } from 'payload'

type FindMoved = (req: PayloadRequest, path: string) => Promise<string | null>

/** Leads to where what was at an address is now (308), or says that nothing is there (404). */
export const leadOn = async (req: PayloadRequest, path: string): Promise<never> => {
  const { newsroom } = req.payload.config.custom as { newsroom?: { findMoved: FindMoved } }
  const moved = await newsroom?.findMoved(req, path)
  return moved ? permanentRedirect(moved) : notFound()
}
