import { nestedDocsPlugin } from '@payloadcms/plugin-nested-docs'
import { redirectsPlugin } from '@payloadcms/plugin-redirects'
import { seoPlugin } from '@payloadcms/plugin-seo'
import type { Config, Payload, Plugin } from 'payload'
import { createLocalReq } from 'payload'

import { withRefusals } from '@/lib/collectionRefusals'
import { addToPanel } from '@/lib/panel/addToPanel'
import type { Sweeper } from '@/lib/sweeper'

import { categories } from './collections/categories'
import { news } from './collections/news'
import { redirects } from './collections/redirects'
import { seo } from './collections/seo'
import { categoryPath } from './constants'
import { withSchedules } from './jobs'
import { makeFeed } from './operations/makeFeed'
import { panelRefusals } from './panelRefusals'
import { refusals } from './refusals'
import { withNewsroom } from './site'
import { sweepers } from './sweeper'
import { words } from './words'

export { newsTools } from './assistantTools'

export type NewsOptions = {
  /** What articles may name and embed, as far as it is there. */
  targets: { obat: boolean; courses: boolean; doctors: boolean }
  /** The address that browsers use, for links in answers and in the feed. */
  serverUrl: string
  /** RATE_LIMIT_FACTOR */
  rateLimitFactor: number
}

const slugOf = (doc: Record<string, unknown>): string =>
  typeof doc.slug === 'string' ? doc.slug : ''

const official = (options: NewsOptions): Plugin[] => [
  nestedDocsPlugin({
    collections: ['categories'],
    generateURL: (_docs, doc) => categoryPath(slugOf(doc)),
  }),
  seoPlugin(seo(options)),
  redirectsPlugin({ collections: ['news'], overrides: redirects }),
]

type Words = Record<string, unknown>

/** The plugins bring English, and languages that the panel does not speak; what others say stays as it is. */
const inIndonesian = ({ i18n }: Config): NonNullable<Config['i18n']> => {
  const { en: { $schema: _editors, ...en } = {}, id } = (i18n?.translations ?? {}) as Record<
    string,
    Words | undefined
  >
  return { ...i18n, translations: { en, id: { ...id, ...words } } }
}

/** Articles and their categories. */
export const newsPlugin =
  (options: NewsOptions): Plugin =>
  async (config: Config): Promise<Config> => {
    let grown: Config = {
      ...config,
      // The plugins write into it.
      i18n: { ...config.i18n },
      collections: [...(config.collections ?? []), news(options), categories],
      jobs: withSchedules(config),
      custom: {
        ...config.custom,
        ...withRefusals(config, refusals),
        ...withNewsroom(options),
        sweepers: [...((config.custom?.sweepers ?? []) as Sweeper[]), ...sweepers],
        newsFeed: async (payload: Payload) =>
          makeFeed(await createLocalReq({}, payload), options.serverUrl),
      },
    }
    for (const plugin of official(options)) grown = await plugin(grown)
    return addToPanel({ ...grown, i18n: inIndonesian(grown) }, { refusals: panelRefusals })
  }
