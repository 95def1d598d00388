/**
 * Makes the README's pictures of the panel from a fresh demonstration that is running:
 * `node scripts/pictures.mjs http://localhost:3000`.
 */
import { mkdir } from 'node:fs/promises'

import { chromium } from 'playwright-core'
import sharp from 'sharp'

import { ensureChromium } from './lib/chromium.mjs'
import { inProject } from './lib/project.mjs'

const VIEW = { width: 1280, height: 830 }
const ADMIN = { email: 'admin@sehat.test', password: 'sehat-demo-2026' }
/** As many columns as fit beside the menu. */
const COLUMNS = encodeURIComponent('["name","sku","price","stock","drugClass"]')
const PICTURES = [
  { name: 'panel-obat', path: `/admin/collections/obat?columns=${COLUMNS}`, withMenu: true },
  { name: 'panel-order', path: '/admin/collections/orders/1', withMenu: false },
]

const signIn = async (page) => {
  await page.goto('/admin', { waitUntil: 'networkidle' })
  await page.locator('input[name=email]').fill(ADMIN.email)
  await page.locator('input[name=password]').fill(ADMIN.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => url.pathname === '/admin')
}

const take = async (page, { name, path, withMenu }) => {
  await page.goto(path, { waitUntil: 'networkidle' })
  const isOpen = (await page.locator('.nav--nav-open').count()) > 0
  if (isOpen !== withMenu) await page.locator('.template-default__nav-toggler').click()
  const picture = await page.screenshot({ animations: 'disabled', fullPage: true })
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
  const context = await browser.newContext({ baseURL: address, locale: 'id-ID', viewport: VIEW })
  const page = await context.newPage()
  await signIn(page)
  for (const picture of PICTURES) await take(page, picture)
} finally {
  await browser.close()
}
