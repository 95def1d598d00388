import config from '@payload-config'
import { headers } from 'next/headers'
import type { PayloadRequest } from 'payload'
import { createLocalReq, getPayload } from 'payload'
import { cache } from 'react'

/**
 * Whoever asks for a page, as a request that operations take; the same one in all parts of a page. A page is also opened by links elsewhere
 * and by the gateway's page sending somebody back: then Payload would not look at the cookie, because a
 * form of another site could act as its owner. A page that is only read cannot; what acts must not ask
 * here.
 */
export const readVisitor = cache(async (): Promise<PayloadRequest> => {
  const payload = await getPayload({ config })
  const own = new Headers(await headers())
  own.delete('Origin')
  own.set('Sec-Fetch-Site', 'none')
  const { user } = await payload.auth({ headers: own, canSetHeaders: false })
  return createLocalReq({ ...(user ? { user } : {}), req: { headers: own } }, payload)
})
