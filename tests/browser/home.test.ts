import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { showTime } from '@/lib/panel/showDate'

import { openBrowser, visit } from '../support/browser'
import { png } from '../support/pictures'
import type { House, Person } from './house'
import { openHouse } from './house'
import { enter, open } from './panel'

let browser: Browser
let house: House
let url: string
let patient: Person
let obat: number
const staff: Record<string, Person> = {}

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse('home')
  url = house.server.url
  for (const role of ['admin', 'cashier', 'doctor', 'editor']) {
    staff[role] = await house.makePerson(role, `Staf ${role}`)
  }
  patient = await house.makePerson('patient', 'Gita Permata')
  const { doc } = await house.call<{ doc: { id: number } }>('POST', '/obat', {
    name: 'Vitamin C',
    price: 12_500,
  })
  obat = doc.id
  const receipt = { obat, kind: 'receipt', quantity: 12 }
  await house.call('POST', '/stock-movements', receipt)
})
afterAll(async () => {
  await browser?.close()
  await house?.server.stop('SIGKILL')
})

const person = (role: string): Person => {
  const one = staff[role]
  if (!one) throw new Error(`nobody is ${role}`)
  return one
}

const order = async (paymentMethod: string): Promise<number> => {
  const body = { items: [{ obat, quantity: 2 }], paymentMethod }
  return (await house.call<{ doc: { id: number } }>('POST', '/orders', body, patient.token)).doc.id
}

/** The menu's links, as people read them. */
const menuOf = async (page: Page): Promise<string[]> => {
  const links = await page.locator('.nav__wrap .nav__link .nav__link-label').allTextContents()
  return links.map((text) => text.trim())
}

const LISTS: [role: string, seen: string[], unseen: string[]][] = [
  [
    'admin',
    ['Beranda', 'Obat', 'Kategori obat', 'Mutasi stok', 'Order', 'Gambar', 'Pengguna'],
    ['Bukti pembayaran'],
  ],
  [
    'cashier',
    ['Obat', 'Mutasi stok', 'Order', 'Pengguna'],
    ['Beranda', 'Bukti pembayaran', 'Gambar'],
  ],
  [
    'doctor',
    ['Ruang konsultasi', 'Obat', 'Gambar'],
    ['Beranda', 'Kategori obat', 'Mutasi stok', 'Order', 'Bukti pembayaran', 'Pengguna'],
  ],
  [
    'editor',
    ['Beranda', 'Obat', 'Gambar', 'Berita'],
    ['Kategori obat', 'Mutasi stok', 'Order', 'Bukti pembayaran', 'Pengguna'],
  ],
]

it.each(LISTS)('shows a %s what they may use, and every link opens', async (role, seen, unseen) => {
  await visit({ browser, url }, async (page) => {
    await enter(page, person(role))
    const menu = await menuOf(page)
    expect(menu).toEqual(expect.arrayContaining(seen))
    expect(menu.filter((label) => unseen.includes(label))).toEqual([])

    const links = await page
      .locator('.nav__wrap a.nav__link')
      .evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).pathname))
    expect(links.length).toBeGreaterThan(0)
    for (const path of links) {
      await open(page, path)
      expect(new URL(page.url()).pathname).toBe(path)
      expect(await page.locator('.not-found').count()).toBe(0)
      // Where one is, is marked.
      expect(await page.locator('.nav__link-indicator').count()).toBe(1)
    }
  })
})

it('tells an editor what they can do, in their language', async () => {
  await visit({ browser, url }, async (page) => {
    await enter(page, person('editor'))
    await page.getByRole('heading', { name: 'Halo, Staf editor' }).waitFor()
    await page.getByRole('heading', { name: 'Akun saya' }).waitFor()
    await page.getByRole('heading', { name: 'Gambar', exact: true }).getByRole('link').click()
    await page.waitForURL('**/admin/collections/media**')
  })
  await visit({ browser, url }, async (page) => {
    await page.context().addCookies([{ name: 'payload-lng', value: 'en', url }])
    await open(page, '/admin')
    const { email, password } = person('editor')
    await page.locator('input[name=email]').fill(email)
    await page.locator('input[name=password]').fill(password)
    await page.getByRole('button', { name: 'Login' }).click()
    await page.getByRole('heading', { name: 'Hello, Staf editor' }).waitFor()
    await page.getByRole('heading', { name: 'Pictures' }).waitFor()
  })
})

it('shows an admin today’s sales, what is open and what is low, as it happens', async () => {
  await visit({ browser, url }, async (page) => {
    await enter(page, person('admin'))
    const today = page.getByRole('article').filter({ hasText: 'Penjualan hari ini' })
    const waiting = page.getByRole('article').filter({ hasText: 'Menunggu pembayaran' })
    await today.getByText('0 penjualan', { exact: true }).waitFor()
    await waiting.getByText('Tidak ada order yang menunggu.').waitFor()
    await page.getByText('Semua stok di atas batasnya.').waitFor()

    const id = await order('bank_transfer')
    await waiting.getByText('Paling lama sejak').waitFor()
    await page.getByText('10 pcs (batas 10)').waitFor()

    await house.call('POST', `/orders/${id}/confirm-payment`, {})
    await today.getByText('1 penjualan', { exact: true }).waitFor()
    expect(await today.getByText('Rp 25.000').count()).toBe(2)
    await waiting.getByText('Tidak ada order yang menunggu.').waitFor()

    await page.getByRole('img', { name: /30 hari terakhir, seluruhnya Rp 25\.000/ }).waitFor()
    await page.getByText('Lihat sebagai tabel').click()
    expect(await page.locator('details tbody tr').count()).toBe(30)
    expect(await page.locator('details tbody tr').first().textContent()).toContain('Rp 25.000')
  })
})

it('tells a doctor whose login is connected to none', async () => {
  await visit({ browser, url }, async (page) => {
    await enter(page, person('doctor'))
    await page.getByRole('heading', { name: 'Ruang konsultasi' }).waitFor()
    await page.getByText('belum dihubungkan dengan data dokter').waitFor()
  })
})

it('keeps a home to its role', async () => {
  await visit({ browser, url }, async (page) => {
    await enter(page, person('cashier'))
    expect(await page.getByText('Penjualan hari ini').count()).toBe(0)
  })
})

it('shows a proof on its order’s page, though proofs have no list', async () => {
  const id = await order('bank_transfer')
  const proof = new FormData()
  const { data } = await png('bukti.png')
  proof.set('_payload', JSON.stringify({ order: id }))
  proof.set('file', new File([Uint8Array.from(data)], 'bukti.png', { type: 'image/png' }))
  await house.call('POST', '/payment-proofs', proof, patient.token)
  await visit({ browser, url }, async (page) => {
    await enter(page, person('cashier'))
    await open(page, `/admin/collections/orders/${id}`)
    const picture = page.locator('#field-paymentProof img')
    await picture.waitFor()
    expect(await picture.evaluate((shown) => (shown as HTMLImageElement).naturalWidth)).toBe(8)
    await page.locator('#field-totalPrice').waitFor()
    expect(await page.locator('#field-totalPrice').inputValue()).toBe('Rp 25.000')
  })
})

it('shows every moment by the clinic’s clock, in a browser of another zone', async () => {
  const id = await order('bank_transfer')
  await house.call('POST', `/orders/${id}/confirm-payment`, {})
  const saved = await house.call<Record<string, string>>('GET', `/orders/${id}`)
  const shown = (name: string): string => showTime(saved[name] ?? '', 'Asia/Jakarta')
  await visit({ browser, url, timezoneId: 'America/New_York' }, async (page) => {
    await enter(page, person('admin'))
    await open(page, `/admin/collections/orders/${id}`)
    await page.locator('#field-paidAt').waitFor()
    expect(await page.locator('#field-paidAt').inputValue()).toBe(shown('paidAt'))
    const times = page.locator('.doc-controls__value').filter({ visible: true })
    expect(await times.allTextContents()).toEqual([shown('updatedAt'), shown('createdAt')])
    await open(page, '/admin/collections/orders')
    await page
      .getByRole('cell', { name: shown('createdAt') })
      .first()
      .waitFor()
  })
})

it('names its pages in the reader’s language', async () => {
  await visit({ browser, url }, async (page) => {
    await enter(page, person('admin'))
    await open(page, '/admin/stock')
    expect(await page.title()).toMatch(/^Stok\b/)
    await page.context().addCookies([{ name: 'payload-lng', value: 'en', url }])
    await open(page, '/admin/stock')
    expect(await page.title()).toMatch(/^Stock\b/)
  })
})

it('says a refusal in the language of a browser that never chose one', async () => {
  const expectRefused = ['POST /api/stock-movements 400']
  await visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, person('admin'))
    await page.waitForFunction(() => document.cookie.includes('payload-lng=id'))
    await page.evaluate(() => {
      document.cookie = 'payload-lng=en; path=/'
    })
    const message = await page.evaluate(async (id) => {
      const answer = await fetch('/api/stock-movements', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ obat: id, kind: 'adjustment', quantity: 1 }),
      })
      return ((await answer.json()) as { errors: { message: string }[] }).errors[0]?.message
    }, obat)
    expect(message).toBe('A reason is needed.')
  })
})
