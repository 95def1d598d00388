export const TITLE_MAX = 200
export const EXCERPT_MAX = 500
export const SOURCES_MAX = 50
/** Characters of what `/api/news/search` is asked for. */
export const QUERY_MAX = 200
/** Entries of the RSS feed. */
export const FEED_MAX = 50

/** Where readers find an article. */
export const newsPath = (slug: string): string => `/news/${slug}`
