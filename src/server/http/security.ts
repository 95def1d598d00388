import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import helmet from 'helmet'

import { API_DOCS_PATH } from '../apiDocs/viewer'
import { replaceHeader } from './incomingHeaders'

/**
 * `api` answers data and files, `admin` is Payload's panel, `reference` shows the API, `page` is
 * everything else.
 */
export type Area = 'api' | 'admin' | 'reference' | 'page'

type Options = { isHttps: boolean; isDevelopment: boolean }

const HALF_YEAR = 15_552_000
const CSP = 'content-security-policy'

export const areaOf = (path: string): Area => {
  if (path === '/api' || path.startsWith('/api/')) return 'api'
  if (path === '/admin' || path.startsWith('/admin/')) return 'admin'
  return path === API_DOCS_PATH || path.startsWith(`${API_DOCS_PATH}/`) ? 'reference' : 'page'
}

const pageDirectives = (scripts: (string | (() => string))[], options: Options) => ({
  defaultSrc: ["'self'"],
  // React's development build evaluates strings to rebuild stack traces.
  scriptSrc: ["'self'", ...scripts, ...(options.isDevelopment ? ["'unsafe-eval'"] : [])],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'self'"],
  ...(options.isHttps ? { upgradeInsecureRequests: [] } : {}),
})

/** Answers of the API are no pages: whatever a file contains, nothing in it is run. */
const API_DIRECTIVES = { defaultSrc: ["'none'"], frameAncestors: ["'self'"] }

/** Called by helmet for each answer: a fresh nonce each time. */
const nonce = () => `'nonce-${randomBytes(16).toString('base64')}'`

/** What runs beside the scripts of our own files. */
const INLINE_SCRIPTS = { admin: ["'unsafe-inline'"], reference: [], page: [nonce] }

const directivesOf = (area: Area, options: Options) => {
  if (area === 'api') return API_DIRECTIVES
  return pageDirectives(INLINE_SCRIPTS[area], options)
}

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
    page: helmetFor('page', options),
  }
  return (incoming: IncomingMessage, outgoing: ServerResponse, area: Area): void => {
    helmets[area](incoming, outgoing, () => undefined)
    const policy = outgoing.getHeader(CSP)
    replaceHeader(incoming, CSP, area === 'page' ? String(policy) : undefined)
  }
}
