/** Where the panel's menu lists them. */
export const NEWS_GROUP = { en: 'Newsroom', id: 'Berita' }
