import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import type { Payload } from 'payload'

import { answerJson } from '../http/answer'
import { buildDocument } from './document'
import { API_DOCS_PATH, PAGE, SCRIPT } from './viewer'

type Page = { type: string; body: Buffer; tag: string }

const HTML = 'text/html; charset=utf-8'
const JAVASCRIPT = 'text/javascript; charset=utf-8'
const CSS = 'text/css; charset=utf-8'

/** The viewer's files, from its package; nothing else of it is served. */
const FILES: Record<string, string> = {
  'swagger-ui.css': CSS,
  'swagger-ui-bundle.js': JAVASCRIPT,
  'favicon-32x32.png': 'image/png',
}

const require = createRequire(import.meta.url)
const VIEWER = dirname(require.resolve('swagger-ui-dist/package.json'))

const pageOf = (type: string, content: string | Buffer): Page => {
  const body = Buffer.from(content)
  return { type, body, tag: `"${createHash('sha256').update(body).digest('base64url')}"` }
}

const makePages = (payload: Payload, version: string): Record<string, () => Promise<Page>> => {
  const files = Object.entries(FILES).map(([name, type]) => [
    `/${name}`,
    async () => pageOf(type, await readFile(join(VIEWER, name))),
  ])
  return {
    ...(Object.fromEntries(files) as Record<string, () => Promise<Page>>),
    '': async () => pageOf(HTML, PAGE),
    '/': async () => pageOf(HTML, PAGE),
    '/start.js': async () => pageOf(JAVASCRIPT, SCRIPT),
    '/openapi.json': async () =>
      pageOf('application/json', JSON.stringify(await buildDocument(payload, version))),
  }
}

const send = (incoming: IncomingMessage, outgoing: ServerResponse, page: Page): void => {
  outgoing.setHeader('ETag', page.tag)
  outgoing.setHeader('Cache-Control', 'no-cache')
  if (incoming.headers['if-none-match'] === page.tag) {
    outgoing.writeHead(304).end()
    return
  }
  outgoing.writeHead(200, { 'Content-Type': page.type, 'Content-Length': page.body.length })
  outgoing.end(incoming.method === 'HEAD' ? undefined : page.body)
}

/**
 * GET /api-docs → the API reference, and what it is made of below that: `openapi.json` and the viewer's
 * files. Each is made when it is first asked for.
 */
export const createApiDocs = (payload: Payload, version: string) => {
  const pages = makePages(payload, version)
  const made = new Map<string, Promise<Page>>()

  const find = async (name: string): Promise<Page | null> => {
    const make = Object.hasOwn(pages, name) ? pages[name] : undefined
    if (!make) return null
    const page = made.get(name) ?? make()
    made.set(name, page)
    // What failed is tried again by the next one who asks.
    return page.catch((error: unknown) => {
      made.delete(name)
      throw error
    })
  }

  /** @returns false when the request was not for us */
  return async (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    path: string,
  ): Promise<boolean> => {
    if (path !== API_DOCS_PATH && !path.startsWith(`${API_DOCS_PATH}/`)) return false
    const page = await find(path.slice(API_DOCS_PATH.length))
    if (!page) answerJson(outgoing, 404, { message: 'Alamat tidak ditemukan.' })
    else if (incoming.method === 'GET' || incoming.method === 'HEAD') send(incoming, outgoing, page)
    else answerJson(outgoing, 405, { message: 'Metode tidak didukung.' }, { Allow: 'GET, HEAD' })
    return true
  }
}
