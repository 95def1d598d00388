/** Browser-safe: what may stand in a link that somebody writes. */

const isUrlOf = (value: unknown, ...protocols: string[]): boolean => {
  if (typeof value !== 'string' || !URL.canParse(value)) return false
  return protocols.includes(new URL(value).protocol)
}

/** `https://…` or `http://…`: nothing that a browser would run. */
export const isWebAddress = (value: unknown): boolean => isUrlOf(value, 'https:', 'http:')

/** A path of ours: `/news/x`, and not `//elsewhere`. */
export const isOwnPath = (value: unknown): value is string =>
  typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value)

/** What a link within a text may lead to. */
export const isLinkTarget = (value: unknown): boolean =>
  isWebAddress(value) ||
  isUrlOf(value, 'mailto:', 'tel:') ||
  isOwnPath(value) ||
  (typeof value === 'string' && /^#[\w-]+$/.test(value))
