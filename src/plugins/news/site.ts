import type { Config, PayloadRequest } from 'payload'

import type { NewsOptions } from './index'
import {
  findMoved,
  listArticles,
  previewArticle,
  readArticle,
  readCategories,
  readRelated,
} from './operations/readArticles'
import { searchOnPage } from './operations/searchOnPage'

/** What the pages below `/news` ask, in the form that `config.custom` keeps it in. */
export const withNewsroom = ({
  rateLimitFactor,
  serverUrl,
}: NewsOptions): NonNullable<Config['custom']> => ({
  newsroom: {
    serverUrl,
    findMoved,
    listArticles,
    previewArticle,
    readArticle,
    readCategories,
    readRelated,
    searchArticles: async (
      req: PayloadRequest,
      asked: { q: string; category: string | null; page: number },
    ) => searchOnPage(req, asked, rateLimitFactor),
  },
})
