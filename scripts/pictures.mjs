/**
 * Makes the README's pictures of the panel from a fresh demonstration that is running:
 * `node scripts/pictures.mjs http://localhost:3000`. It sells nothing, and confirms nothing.
 */
import { mkdir } from 'node:fs/promises'

import { chromium } from 'playwright-core'
import sharp from 'sharp'

import { ensureChromium } from './lib/chromium.mjs'
import { inProject } from './lib/project.mjs'

const WIDTH = 1280
const CASHIER = { email: 'kasir@sehat.test', password: 'sehat-demo-2026' }

/** The order that states less than it costs. */
const showAlarm = async (page) => {
  await page.getByRole('option', { name: 'Nominal berbeda' }).click()
  await page.getByRole('alert').filter({ hasText: 'Nominal berbeda' }).waitFor()
  await page.getByRole('img', { name: 'Bukti pembayaran' }).waitFor()
}

/** A sale just before it is paid. */
const fillBasket = async (page) => {
  const search = page.getByRole('combobox')
  for (const code of ['OBT-0001', 'OBT-0001', 'OBT-0002', 'OBT-0042']) {
    await search.fill(code)
    await search.press('Enter')
  }
  await page.getByRole('row', { name: /klorfeniramin/ }).waitFor()
  await page.getByRole('textbox', { name: 'Uang diterima' }).fill('50000')
}

const PICTURES = [
  { name: 'panel-desk', path: '/admin', height: 910, prepare: showAlarm },
  { name: 'panel-counter', path: '/admin/counter', height: 610, prepare: fillBasket },
]

const signIn = async (page) => {
  await page.goto('/admin', { waitUntil: 'networkidle' })
  await page.locator('input[name=email]').fill(CASHIER.email)
  await page.locator('input[name=password]').fill(CASHIER.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => url.pathname === '/admin')
}

const take = async (page, { name, path, height, prepare }) => {
  await page.setViewportSize({ width: WIDTH, height })
  await page.goto(path, { waitUntil: 'networkidle' })
  const isOpen = (await page.locator('.nav--nav-open').count()) > 0
  if (!isOpen) await page.locator('.template-default__nav-toggler').click()
  await prepare(page)
  await page.mouse.move(0, 0)
  const picture = await page.screenshot({ animations: 'disabled' })
  const file = inProject(`docs/pictures/${name}.png`)
  const { size } = await sharp(picture).png({ palette: true, effort: 10 }).toFile(file)
  console.log(`${file}: ${Math.round(size / 1024)} KB`)
}

const [, , address = 'http://localhost:3000'] = process.argv
await mkdir(inProject('docs/pictures'), { recursive: true })
const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
try {
  const context = await browser.newContext({ baseURL: address, locale: 'id-ID' })
  const page = await context.newPage()
  await signIn(page)
  for (const picture of PICTURES) await take(page, picture)
} finally {
  await browser.close()
}
