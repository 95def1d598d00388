import { ownPath } from '../masuk/ownPath'

/** Where a link may lead; `host`: another site's, which is shown beside it. */
export type SafeLink = { href: string; host: string | null }

/**
 * A link that a model wrote: to a path of our own, or by https to another site, without a login in it.
 * @returns null for everything else, `javascript:` and `//host` among it
 */
export const safeLink = (asked: string | undefined): SafeLink | null => {
  if (asked === undefined) return null
  const own = ownPath(asked)
  if (own) return { href: own, host: null }
  if (!URL.canParse(asked)) return null
  const { protocol, username, password, host, href } = new URL(asked)
  if (protocol !== 'https:' || username || password) return null
  return { href, host }
}
