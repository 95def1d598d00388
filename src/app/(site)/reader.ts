import config from '@payload-config'
import { headers } from 'next/headers'
import type { PayloadRequest } from 'payload'
import { createLocalReq, getPayload } from 'payload'
import { cache } from 'react'

/** A request of whoever asks for the page, as the cookie says; the same one in all parts of a page. */
export const readerRequest = cache(async (): Promise<PayloadRequest> => {
  const payload = await getPayload({ config })
  const sent = await headers()
  const { user } = await payload.auth({ headers: sent, canSetHeaders: false })
  return createLocalReq({ ...(user ? { user } : {}), req: { headers: sent } }, payload)
})
