import { nestedDocsPlugin } from '@payloadcms/plugin-nested-docs'
import { redirectsPlugin } from '@payloadcms/plugin-redirects'
import { seoPlugin } from '@payloadcms/plugin-seo'
import type { Config, Plugin } from 'payload'

import { categories } from './collections/categories'
import { NEWS_GROUP } from './collections/group'
import { news } from './collections/news'
import { redirects } from './access'

export type NewsOptions = {
  /** What articles may name and embed, as far as it is there. */
  targets: { obat: boolean; courses: boolean; doctors: boolean }
  /** The address that browsers use, for links in answers and in the feed. */
  serverUrl: string
  /** RATE_LIMIT_FACTOR */
  rateLimitFactor: number
}

/** Articles and their categories. */
export const newsPlugin =
  (options: NewsOptions): Plugin =>
  async (config: Config): Promise<Config> => {
    const plugins = [
      nestedDocsPlugin({ collections: ['categories'] }),
      seoPlugin({ collections: ['news'], uploadsCollection: 'media' }),
      redirectsPlugin({
        collections: ['news'],
        overrides: { access: redirects, admin: { group: NEWS_GROUP } },
      }),
    ]
    let grown: Config = {
      ...config,
      collections: [...(config.collections ?? []), news(options), categories],
    }
    for (const plugin of plugins) grown = await plugin(grown)
    return grown
  }
