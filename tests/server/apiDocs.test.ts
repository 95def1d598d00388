import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Document } from '@/server/apiDocs/openapi'

import { createDatabase } from '../support/database'
import { createChecker } from '../support/reference'
import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'
import type { Answer } from './client'
import { ask, JSON_TYPE } from './client'

const PASSWORD = 'rahasia-sekali'

let server: RunningServer
let document: Document
let check: ReturnType<typeof createChecker>
beforeAll(async () => {
  server = await startServer({
    databaseUrl: await createDatabase(`api_docs_${process.pid}`),
    // One try, then none: the limits are part of what is described.
    env: { RATE_LIMIT_FACTOR: '0.01', TRUST_PROXY: '1' },
  })
  document = (await ask(server, '/api-docs/openapi.json')).body as Document
  check = createChecker(document)
})
afterAll(async () => {
  await server.stop()
})

/** Sends a request, and holds the answer to the served description. */
const call = async (key: string, init: RequestInit = {}): Promise<Answer> => {
  const [method = '', path = ''] = key.split(' ')
  const answer = await ask(server, path.replace(/\{\w+\}/g, '1'), { method, ...init })
  expect(check.faultOf(key, answer as never)).toBeNull()
  return answer
}

/** A request of a client whose limits are its own. */
const json = (body: unknown, from: string): RequestInit => ({
  body: JSON.stringify(body),
  headers: { ...JSON_TYPE, 'X-Forwarded-For': from },
})

const withBody = (): string[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { requestBody, responses }]) => requestBody && responses['415'])
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  )

const PAGES = [
  ['', 'text/html'],
  ['/', 'text/html'],
  ['/start.js', 'text/javascript'],
  ['/swagger-ui-bundle.js', 'text/javascript'],
  ['/swagger-ui.css', 'text/css'],
  ['/favicon-32x32.png', 'image/png'],
  ['/openapi.json', 'application/json'],
] as const

describe('/api-docs', () => {
  it.each(PAGES)('serves %s, with scripts of our own files only', async (path, type) => {
    const { status, headers } = await ask(server, `/api-docs${path}`)
    expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([200, type])
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy.split(';').map((it) => it.trim())).toContain("script-src 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('has no inline script, and names no other host', async () => {
    const { body } = await ask(server, '/api-docs')
    const page = String(body)
    const scripts = [...page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)]
    expect(scripts.map(([, attributes]) => attributes)).toEqual([
      ' src="/api-docs/swagger-ui-bundle.js"',
      ' src="/api-docs/start.js"',
    ])
    expect(scripts.map(([, , content]) => content)).toEqual(['', ''])
    expect(page).not.toMatch(/\son\w+=|https?:\/\//)
    expect(String((await ask(server, '/api-docs/start.js')).body)).not.toMatch(/https?:\/\//)
  })

  it('sends a page once, and then says that it is the same', async () => {
    const { headers } = await ask(server, '/api-docs/swagger-ui-bundle.js')
    const again = await ask(server, '/api-docs/swagger-ui-bundle.js', {
      headers: { 'If-None-Match': headers.get('etag') ?? '' },
    })
    expect([again.status, again.body]).toEqual([304, ''])
    const head = await ask(server, '/api-docs', { method: 'HEAD' })
    expect([head.status, head.body]).toEqual([200, ''])
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100)
  })

  it.each([
    '/index.html',
    '/package.json',
    '/../package.json',
    '/constructor',
    '/swagger-ui.js.map',
  ])('serves nothing else of the package: %s', async (path) => {
    const { status, body } = await ask(server, `/api-docs${path}`)
    expect(status).toBe(404)
    expect(JSON.stringify(body)).not.toContain('swagger')
  })

  it('is only read', async () => {
    const { status, headers } = await ask(server, '/api-docs/openapi.json', { method: 'POST' })
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('shows the operations in a browser that enforces the policy, and asks nobody else', async () => {
    const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    try {
      const page = await browser.newPage()
      const foreign: string[] = []
      const faults: string[] = []
      page.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(server.url) && !/^(data|blob):/.test(url)) foreign.push(url)
      })
      page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
      page.on('pageerror', (error) => faults.push(error.message))
      await page.goto(`${server.url}/api-docs`)
      await page.locator('.opblock-tag', { hasText: 'Apotek: orders' }).click()
      await page.locator('.opblock-summary', { hasText: 'Place an order' }).click()
      await page.getByText('Order berhasil dibuat').first().waitFor()
      await page.getByText('Stok tidak mencukupi').first().waitFor({ state: 'attached' })
      expect({ foreign, faults }).toEqual({ foreign: [], faults: [] })
    } finally {
      await browser.close()
    }
  })
})

describe('what the server itself answers, as described', () => {
  it('health, and GraphQL', async () => {
    expect((await call('GET /api/health/live')).status).toBe(200)
    expect((await call('GET /api/health/ready')).status).toBe(200)
    const graphql = 'POST /api/graphql'
    const query = (text: string) => ({ headers: JSON_TYPE, body: JSON.stringify({ query: text }) })
    expect((await call(graphql, query('{ Obats { totalDocs } }'))).status).toBe(200)
    expect((await call(graphql, query('{ Nothing }'))).status).toBe(200)
    expect((await call(graphql, { headers: JSON_TYPE, body: '{' })).status).toBe(400)
  })

  it('a body of another kind: 415', async () => {
    expect(withBody().length).toBeGreaterThan(15)
    for (const key of withBody()) {
      const { status } = await call(key, { body: 'x', headers: { 'Content-Type': 'text/plain' } })
      expect([key, status]).toEqual([key, 415])
    }
  })

  it('a body that is too large: 413', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(1_100_000) })
    for (const key of withBody()) {
      const { status } = await call(key, { body, headers: JSON_TYPE })
      expect([key, status]).toEqual([key, 413])
    }
  })
})

describe('what an empty database answers, as described', () => {
  const newcomer = { name: 'Siti', email: 'siti@example.test', password: PASSWORD }

  it('registration is closed until there is an admin: 403', async () => {
    const first = await call('POST /api/apotek/register', json(newcomer, '192.0.2.1'))
    expect([first.status, first.body.message]).toEqual([403, 'Pendaftaran belum dibuka.'])
    const second = await call('POST /api/users', json(newcomer, '192.0.2.2'))
    expect([second.status, second.body.errors[0].message]).toEqual([
      403,
      'Pendaftaran belum dibuka.',
    ])
  })

  it('the first admin is made, with the token of the log', async () => {
    const [, setupToken] = /set-up token: (\w+)/.exec(server.logs()) ?? []
    const admin = { ...newcomer, email: 'admin@example.test', setupToken }
    const key = 'POST /api/users/first-register'
    expect((await call(key, json(admin, '192.0.2.3'))).status).toBe(200)
    expect((await call(key, json(admin, '192.0.2.4'))).status).toBe(403)
  })
})

describe('limits, as described', () => {
  const wrong = { email: 'nobody@example.test', password: 'salah-sekali', token: 'x', name: 'X' }

  it.each([
    'POST /api/apotek/login',
    'POST /api/apotek/register',
    'POST /api/users/login',
    'POST /api/users',
    'POST /api/users/forgot-password',
    'POST /api/users/reset-password',
  ])('%s: 429, and when to come back', async (key) => {
    expect(document.paths[key.split(' ')[1] ?? '']?.post?.responses).toHaveProperty('429')
    const from = `198.51.100.${key.length}`
    let answer = await call(key, json(wrong, from))
    for (let tries = 0; tries < 3 && answer.status !== 429; tries += 1) {
      answer = await call(key, json(wrong, from))
    }
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})
