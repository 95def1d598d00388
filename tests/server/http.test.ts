import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createDatabase } from '../support/database'
import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'
import { ask, JSON_TYPE } from './client'

const APP = 'https://app.example'

let server: RunningServer
beforeAll(async () => {
  server = await startServer({
    databaseUrl: await createDatabase(`http_${process.pid}`),
    env: { CORS_ORIGINS: APP },
  })
})
afterAll(async () => {
  await server.stop()
})

describe('health', () => {
  it('is live and ready, for anybody, uncached', async () => {
    const live = await ask(server, '/api/health/live')
    expect([live.status, live.body]).toEqual([200, { status: 'ok' }])
    const ready = await ask(server, '/api/health/ready')
    expect(ready.status).toBe(200)
    expect(ready.body).toEqual({
      status: 'ready',
      checks: { database: true, migrations: true, draining: false },
    })
    expect(ready.headers.get('cache-control')).toBe('no-store')
  })
})

describe('every answer', () => {
  it.each(['/', '/admin', '/api/obat', '/api/nope', '/api/health/live', '/nope', '/api/%'])(
    'carries its own request id and security headers: %s',
    async (path) => {
      const claimed = 'an-id-from-outside'
      const first = await ask(server, path, { headers: { 'X-Request-Id': claimed } })
      const second = await ask(server, path)
      expect(first.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'))
      expect(first.headers.get('x-content-type-options')).toBe('nosniff')
      expect(first.headers.get('x-powered-by')).toBeNull()
      expect(first.headers.get('strict-transport-security')).toBeNull()
      expect(first.headers.get('content-security-policy')).toMatch(/^default-src '(self|none)'/)
    },
  )

  it('allows inline scripts under /admin only', async () => {
    const policy = async (path: string) =>
      (await ask(server, path)).headers.get('content-security-policy') ?? ''
    expect(await policy('/admin/login')).toContain(`script-src 'self' 'unsafe-inline'`)
    for (const path of ['/', '/nope', '/administrator']) {
      expect((await policy(path)).split(';')[1]).toMatch(/^script-src 'self' 'nonce-[\w+/=]+'$/)
    }
  })

  it('gives every inline script of a page the nonce of its answer', async () => {
    const { body, headers } = await ask(server, '/')
    const [, nonce] = /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '') ?? []
    const scripts = String(body).match(/<script[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
    expect(nonce).not.toBe(
      /'nonce-([^']+)'/.exec(
        (await ask(server, '/')).headers.get('content-security-policy') ?? '',
      )?.[1],
    )
  })

  it('is logged in one line, without what it carried', async () => {
    const { headers } = await ask(server, '/api/obat?secretquery=1', {
      headers: { Authorization: 'Bearer secrettoken' },
    })
    const id = headers.get('x-request-id') ?? ''
    await expect.poll(() => server.logs()).toContain(id)
    const line =
      server
        .logs()
        .split('\n')
        .find((text) => text.includes(id)) ?? '{}'
    expect(JSON.parse(line)).toMatchObject({ id, method: 'GET', path: '/api/obat', status: 200 })
    expect(server.logs()).not.toMatch(/secretquery|secrettoken/)
  })
})

describe('the front page', () => {
  it('of production offers to sign in, and gives nothing away', async () => {
    const { status, body } = await ask(server, '/')
    expect(status).toBe(200)
    expect(body).toContain('href="/admin"')
    expect(body).not.toMatch(/sehat\.test|sehat-demo/)
  })
})

describe('other origins', () => {
  const allowed = async (path: string, origin: string, init: RequestInit = {}) => {
    const asked = new Headers(init.headers)
    asked.set('Origin', origin)
    const { headers } = await ask(server, path, { ...init, headers: asked })
    return headers.get('access-control-allow-origin')
  }

  it('are allowed exactly, on refusals too', async () => {
    for (const init of [
      {},
      { method: 'OPTIONS' },
      { method: 'POST', body: '{', headers: JSON_TYPE },
    ]) {
      expect(await allowed('/api/obat', APP, init)).toBe(APP)
      expect(await allowed('/api/obat', server.url, init)).toBe(server.url)
      for (const foreign of [
        'https://app.example.evil.example',
        'https://evil-app.example',
        'http://app.example',
        'https://app.example:8443',
        'null',
      ]) {
        expect(await allowed('/api/obat', foreign, init)).toBeNull()
      }
    }
  })

  it('make answers vary by origin', async () => {
    expect((await ask(server, '/api/obat')).headers.get('vary')).toContain('Origin')
  })
})
