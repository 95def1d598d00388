import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import helmet from 'helmet'

import { API_DOCS_PATH } from '../apiDocs/viewer'
import { replaceHeader } from './incomingHeaders'

/**
 * `api` answers data and files, `admin` is Payload's panel, `reference` shows the API, `bill` is a page
 * whose form leads to the gateway's page, `page` is everything else.
 */
export type Area = 'api' | 'admin' | 'reference' | 'bill' | 'page'

type Options = {
  isHttps: boolean
  isDevelopment: boolean
  /** Where the gateway shows its page of payment: `https://app.midtrans.com`. */
  paymentOrigin: string
}

const HALF_YEAR = 15_552_000
const CSP = 'content-security-policy'
const BILLS = '/pemeriksaan/'

export const areaOf = (path: string): Area => {
  if (path === '/api' || path.startsWith('/api/')) return 'api'
  if (path === '/admin' || path.startsWith('/admin/')) return 'admin'
  if (path.startsWith(BILLS)) return 'bill'
  return path === API_DOCS_PATH || path.startsWith(`${API_DOCS_PATH}/`) ? 'reference' : 'page'
}

type PageArea = Exclude<Area, 'api'>

const pageDirectives = (area: PageArea, options: Options) => ({
  defaultSrc: ["'self'"],
  // React's development build evaluates strings to rebuild stack traces.
  scriptSrc: [
    "'self'",
    ...INLINE_SCRIPTS[area],
    ...(options.isDevelopment ? ["'unsafe-eval'"] : []),
  ],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  // Browsers ask this also of where the answer to a form sends them.
  formAction: ["'self'", ...(area === 'bill' ? [options.paymentOrigin] : [])],
  frameAncestors: ["'self'"],
  ...(options.isHttps ? { upgradeInsecureRequests: [] } : {}),
})

/** Answers of the API are no pages: whatever a file contains, nothing in it is run. */
const API_DIRECTIVES = { defaultSrc: ["'none'"], frameAncestors: ["'self'"] }

/** Called by helmet for each answer: a fresh nonce each time. */
const nonce = () => `'nonce-${randomBytes(16).toString('base64')}'`

/** What runs beside the scripts of our own files. */
const INLINE_SCRIPTS: Record<PageArea, (string | (() => string))[]> = {
  admin: ["'unsafe-inline'"],
  reference: [],
  bill: [nonce],
  page: [nonce],
}

/** Next takes the nonce from the request's own header. */
const HAS_NONCE = new Set<Area>(['bill', 'page'])

const directivesOf = (area: Area, options: Options) =>
  area === 'api' ? API_DIRECTIVES : pageDirectives(area, options)

const helmetFor = (area: Area, options: Options) =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directivesOf(area, options) },
    // Apps on other origins show the API's pictures in <img>.
    crossOriginResourcePolicy: { policy: area === 'api' ? 'cross-origin' : 'same-origin' },
    strictTransportSecurity: options.isHttps && { maxAge: HALF_YEAR },
    // The address of a bill is its key (/pemeriksaan/<id>): other sites learn the origin only.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })

/**
 * Sets the security headers. Inline scripts run under /admin only; on other pages Next's own bootstrap
 * scripts carry a nonce, which Next takes from the request's CSP header.
 */
export const createSecurityHeaders = (options: Options) => {
  const helmets = {
    api: helmetFor('api', options),
    admin: helmetFor('admin', options),
    reference: helmetFor('reference', options),
    bill: helmetFor('bill', options),
    page: helmetFor('page', options),
  }
  return (incoming: IncomingMessage, outgoing: ServerResponse, area: Area): void => {
    helmets[area](incoming, outgoing, () => undefined)
    const policy = outgoing.getHeader(CSP)
    replaceHeader(incoming, CSP, HAS_NONCE.has(area) ? String(policy) : undefined)
  }
}
