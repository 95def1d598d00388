import type { Metadata } from 'next'

import type { Asked } from './asked'
import { pagePath } from './asked'

/** Lists may be found by search engines; what somebody searched for in them may not. */
export const listMetadata = (
  serverUrl: string,
  { title, description, path }: { title: string; description: string; path: string },
  asked: Asked,
): Metadata => ({
  title,
  description,
  robots: { index: asked.q === '', follow: true },
  alternates: {
    canonical: `${serverUrl}${pagePath(path, asked)}`,
    types: {
      'application/rss+xml': [{ url: `${serverUrl}/news/rss.xml`, title: 'Sehat: Berita' }],
    },
  },
  openGraph: { type: 'website', siteName: 'Sehat', locale: 'id_ID', title, description },
})
