import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { graveFaults, wear } from '../support/axe'
import { openBrowser, visit } from '../support/browser'
import type { Clinic } from './consulting'
import { openClinic } from './consulting'
import { enter, open } from './panel'

const HOUR = 60 * 60

let browser: Browser
let clinic: Clinic
let url: string

beforeAll(async () => {
  browser = await openBrowser()
  clinic = await openClinic('rooms')
  ;({ url } = clinic)
})
afterAll(async () => {
  await browser?.close()
  await clinic?.close()
})

const group = (page: Page, name: string) =>
  page.getByRole('region', { name: new RegExp(`^${name}`) })
const asDoctor = async (use: (page: Page) => Promise<void>): Promise<void> =>
  visit({ browser, url }, async (page) => {
    await enter(page, clinic.login)
    await page.getByRole('heading', { name: 'Ruang konsultasi' }).waitFor()
    await use(page)
  })

it('says so while there is nothing, and shows what comes, as it happens', async () => {
  await asDoctor(async (page) => {
    await page.getByText('Belum ada konsultasi yang berlangsung').waitFor()
    const id = await clinic.consult(-6 * 60)
    await clinic.say(id, 'Dok, saya demam sejak kemarin')

    const waiting = group(page, 'Menunggu jawaban')
    const room = waiting.getByRole('link', { name: /Gita Permata/ })
    await room.getByText('Dok, saya demam sejak kemarin').waitFor()
    await room.getByText('1 belum dibaca').waitFor({ state: 'attached' })
    await room.getByText(/sisa 23:\d\d/).waitFor()
    await page.waitForFunction(() => document.title.startsWith('(1) '))

    await clinic.say(id, 'Sejak kapan?', clinic.login)
    // Whoever comes back to this window sees what was done in another.
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await group(page, 'Berlangsung').getByText('Sejak kapan?').waitFor()
  })
})

it('parts what waits, goes on, is coming and is over, and opens a room by keyboard', async () => {
  await clinic.consult(2 * HOUR)
  const over = await clinic.consult(-HOUR)
  await asDoctor(async (page) => {
    await group(page, 'Terjadwal')
      .getByText(/^mulai \d\d\/\d\d\/\d{4}/)
      .waitFor()
    const ended = group(page, 'Selesai').getByRole('link', { name: /Gita Permata/ })
    await ended.getByText('Ringkasan belum ditulis').waitFor()
    await ended.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/admin/konsultasi/${over}`)
    await page.getByRole('heading', { name: 'Gita Permata' }).waitFor()
  })
})

it('has a link in the menu with how much is unread, and is nobody else’s', async () => {
  await clinic.say(await clinic.consult(), 'Halo, Dok')
  const { unread } = await clinic.call<{ unread: number }>(
    'GET',
    '/consultations/rooms',
    undefined,
    clinic.login.token,
  )
  await asDoctor(async (page) => {
    await open(page, '/admin/collections/obat')
    const badge = page.locator('.nav__link', { hasText: 'Ruang konsultasi' }).getByRole('status')
    await badge.waitFor()
    expect(await badge.textContent()).toBe(String(unread))
  })
  const admin = { email: 'admin@example.test', password: clinic.login.password }
  await visit({ browser, url, expectRefused: ['GET /admin/konsultasi 404'] }, async (page) => {
    await enter(page, admin)
    await open(page, '/admin/konsultasi')
    await page.locator('.not-found').waitFor()
  })
})

it.each(['light', 'dark'] as const)('keeps nobody out, in its %s look', async (theme) => {
  await asDoctor(async (page) => {
    await wear(page, theme)
    await group(page, 'Selesai').waitFor()
    expect(await graveFaults(page)).toEqual([])
    await page.setViewportSize({ width: 820, height: 1100 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(820)
    expect(await graveFaults(page)).toEqual([])
  })
})
