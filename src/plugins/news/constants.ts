export const TITLE_MAX = 200
export const EXCERPT_MAX = 500
export const SOURCES_MAX = 50
export const ADDRESS_MAX = 2_000
/** Characters of what `/api/news/search` is asked for. */
export const QUERY_MAX = 200
/** Entries of the RSS feed. */
export const FEED_MAX = 50
/** How many categories may stand one within another. */
export const CATEGORY_LEVELS = 4
/** Articles of a page of `/news`, and what stands under an article. */
export const LIST_PAGE = 20
export const RELATED_MAX = 3

/** Where readers find an article. */
export const newsPath = (slug: string): string => `/news/${slug}`
/** Where those who may read drafts see an article as it is being written; `pratinjau` names it. */
export const previewPath = ({ id, slug }: Record<string, unknown>): string =>
  `${newsPath(typeof slug === 'string' && slug ? slug : 'konsep')}?pratinjau=${String(id)}`
/** Where readers find the articles of a category. */
export const categoryPath = (slug: string): string => `/news/kategori/${slug}`
