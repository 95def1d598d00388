type Link = { linkType?: unknown; url?: unknown; doc?: unknown }

/** No page of ours, and not a machine's address either. */
const WEB = ['https:', 'http:', 'mailto:', 'tel:']

/** An address that a reader may be sent to; null: it would run something, or leads nowhere. */
export const safeAddress = (url: unknown): string | null => {
  if (typeof url !== 'string') return null
  if (/^\/(?![/\\])[^\s\\]*$/.test(url) || /^#[\w-]+$/.test(url)) return url
  return URL.canParse(url) && WEB.includes(new URL(url).protocol) ? url : null
}

type Target = { relationTo?: unknown; value?: unknown } | null | undefined
type Article = { slug?: string | null; _status?: string | null }

/** Articles are linked while they are published: a link to a draft would tell of it. */
const articleAddress = (target: Target): string | null => {
  const article = target?.relationTo === 'news' ? target.value : null
  if (typeof article !== 'object' || article === null) return null
  const { slug, _status: status } = article as Article
  return slug && status === 'published' ? `/news/${slug}` : null
}

/** Where a link in an article leads; null: nowhere, and its words stand alone. */
export const addressOf = ({ linkType, url, doc }: Link): string | null =>
  linkType === 'internal' ? articleAddress(doc as Target) : safeAddress(url)
