import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openBrowser, visit } from '../support/browser'
import { createDatabase } from '../support/database'
import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'
import { setupTokenOf } from './house'
import { enter, open, toast } from './panel'

let browser: Browser
let server: RunningServer

const ADMIN = { name: 'Ayu Lestari', email: 'ayu@example.test', password: 'rahasia-sekali' }

beforeAll(async () => {
  browser = await openBrowser()
  const databaseUrl = await createDatabase(`first_user_${process.pid}`)
  server = await startServer({ databaseUrl })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop('SIGKILL')
})

it('makes an admin of whoever shows the set-up token, and of nobody else', async () => {
  const expectRefused = ['POST /api/users/first-register 403']
  await visit({ browser, url: server.url, expectRefused }, async (page) => {
    await open(page, '/admin')
    await page.waitForURL('**/admin/create-first-user')
    await page.locator('#field-email').fill(ADMIN.email)
    await page.locator('#field-password').fill(ADMIN.password)
    await page.locator('#field-confirm-password').fill(ADMIN.password)
    await page.locator('#field-name').fill(ADMIN.name)
    await page.locator('#field-setupToken').fill('0123456789abcdef')
    expect(await page.locator('#field-role').count()).toBe(0)
    await page.getByRole('button', { name: 'Buat' }).click()
    await toast(page, 'Token penyiapan salah; token tercetak di log server.').waitFor()

    await page.locator('#field-setupToken').fill(setupTokenOf(server))
    await page.getByRole('button', { name: 'Buat' }).click()
    await page.waitForURL((url) => url.pathname === '/admin')
    await open(page, '/admin/account')
    await page.locator('#field-role', { hasText: 'Admin' }).waitFor()
    expect(await page.locator('#field-setupToken').count()).toBe(0)
  })
})

it('lets the admin out, and in again', async () => {
  await visit({ browser, url: server.url }, async (page) => {
    await enter(page, ADMIN)
    await page.goto('/admin/logout')
    await toast(page, 'Anda telah berhasil keluar.').waitFor()
    await open(page, '/admin')
    await page.waitForURL('**/admin/login**')
  })
})
