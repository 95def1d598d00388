const NOWHERE = 'http://nowhere.invalid'

/**
 * Where a signed-in patient goes on to: a path of our own, whatever a link claims. Browsers read `//host`
 * and `/\host` as other sites.
 * @returns null for anything that is no path of ours
 */
export const ownPath = (asked: unknown): string | null => {
  if (typeof asked !== 'string' || !/^\/(?![/\\])/.test(asked)) return null
  if (!URL.canParse(asked, NOWHERE)) return null
  const { origin, pathname, search, hash } = new URL(asked, NOWHERE)
  // What a browser drops (a tab, a line break) may have stood between two slashes.
  if (origin !== NOWHERE || pathname.startsWith('//')) return null
  return `${pathname}${search}${hash}`
}
