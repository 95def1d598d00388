import type { Payload } from 'payload'
import { parseCookies } from 'payload'

const BROWSER_SAME_SITE = new Set(['same-origin', 'same-site', 'none'])

/** The cookie counts only for the origins of `config.csrf`: another site's form must not act as the user. */
const cookieToken = (headers: Headers, payload: Payload): string | null => {
  const { csrf, cookiePrefix } = payload.config
  const token = parseCookies(headers).get(`${cookiePrefix}-token`)
  if (!token) return null
  const origin = headers.get('Origin')
  if (origin) return csrf.includes(origin) ? token : null
  return BROWSER_SAME_SITE.has(headers.get('Sec-Fetch-Site') ?? '') ? token : null
}

/**
 * The token of a request: `Authorization: Bearer <token>` or `JWT <token>`, else the cookie
 * (contracts/README, "For all"). The same rules as Payload's own strategy.
 */
export const readToken = (headers: Headers, payload: Payload): string | null => {
  const [scheme, token] = (headers.get('Authorization') ?? '').split(' ', 2)
  if (token && (scheme === 'Bearer' || scheme === 'JWT')) return token
  return cookieToken(headers, payload)
}
