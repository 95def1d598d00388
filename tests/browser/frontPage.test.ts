import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openBrowser, visit } from '../support/browser'
import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'
import { enter, open } from './panel'

let browser: Browser
let server: RunningServer
let dataDir: string

beforeAll(async () => {
  browser = await openBrowser()
  dataDir = await mkdtemp(join(tmpdir(), 'sehat-demo-'))
  // When root runs the tests, Postgres runs as somebody else, who must be able to pass through.
  await chmod(dataDir, 0o755)
  // Without a database the server brings its own, and demonstrates.
  server = await startServer({
    databaseUrl: '',
    env: { SEHAT_DATA_DIR: join(dataDir, 'data'), MEDIA_DIR: join(dataDir, 'media') },
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

it('lists logins that work, and links that lead somewhere', async () => {
  await visit({ browser, url: server.url }, async (page) => {
    await open(page, '/')
    const password = await page.locator('p:has-text("Kata sandi") code').innerText()
    const emails = await page.locator('table code').allInnerTexts()
    expect(emails).toContain('pasien@sehat.test')
    const links = await page
      .locator('a')
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href))
    expect(links.length).toBeGreaterThan(0)

    for (const email of emails) {
      const answer = await page.request.post('/api/apotek/login', { data: { email, password } })
      expect([email, answer.status()]).toEqual([email, 200])
    }
    for (const link of new Set(links)) {
      expect([link, (await page.request.get(link)).status()]).toEqual([link, 200])
      await open(page, link)
    }
  })
})

it('has something to do for the cashier whom it names', async () => {
  await visit({ browser, url: server.url }, async (page) => {
    await enter(page, { email: 'kasir@sehat.test', password: 'sehat-demo-2026' })
    await open(page, '/admin/collections/orders')
    await page.getByRole('cell', { name: 'Belum dibayar' }).first().waitFor()
  })
})
