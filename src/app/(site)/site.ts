import config from '@payload-config'
import { getPayload } from 'payload'

import type { Destination } from './frame/destinations'
import { destinations } from './frame/destinations'

type Login = { role: string; email: string }

/** `custom.site` of the configuration, and where readers can go: what the front page may show. */
export type Site = {
  demonstration: boolean
  logins: Login[]
  password: string
  pages: Destination[]
}

/** Read when a page is asked for: one build serves demonstration and production. */
export const readSite = async (): Promise<Site> => {
  const payload = await getPayload({ config })
  const { site } = payload.config.custom as { site?: Partial<Site> }
  return {
    demonstration: false,
    logins: [],
    password: '',
    ...site,
    pages: destinations(payload),
  }
}
