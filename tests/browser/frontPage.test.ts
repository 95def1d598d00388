import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openBrowser, visit } from '../support/browser'
import type { Demonstration } from './demonstration'
import { openDemonstration } from './demonstration'
import { enter, open } from './panel'

let browser: Browser
let server: Demonstration

beforeAll(async () => {
  browser = await openBrowser()
  server = await openDemonstration()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
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
    const paths = links.map((link) => new URL(link).pathname)
    expect(paths).toEqual(expect.arrayContaining(['/admin', '/news', '/asisten', '/masuk']))

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
