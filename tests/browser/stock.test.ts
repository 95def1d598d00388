import { readFile } from 'node:fs/promises'

import { parse } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'

import { openBrowser, visit } from '../support/browser'
import type { House, Person } from './house'
import { openHouse } from './house'
import { open, signIn, toast } from './panel'

let browser: Browser
let house: House
let url: string
let admin: Person
let cashier: Person

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse('stock')
  url = house.server.url
  admin = await house.makePerson('admin', 'Ayu Lestari')
  cashier = await house.makePerson('cashier', 'Budi Santoso')
})
afterAll(async () => {
  await browser?.close()
  await house?.server.stop('SIGKILL')
})

const makeObat = async (data: Record<string, unknown>, stock = 0): Promise<number> => {
  const { doc } = await house.call<{ doc: Obat }>('POST', '/obat', { price: 5000, ...data })
  if (stock > 0) {
    const opening = { obat: doc.id, kind: 'opening', quantity: stock }
    await house.call('POST', '/stock-movements', opening)
  }
  return doc.id
}

const enter = async (page: Page, person: Person, path: string): Promise<void> => {
  await signIn(page, person)
  await page.waitForURL((address) => address.pathname === '/admin')
  await open(page, path)
}

const move = async (page: Page, action: string, quantity: string, reason: string) => {
  await page.getByRole('button', { name: action, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input').first().fill(quantity)
  await dialog.locator('input').nth(1).fill(reason)
  await dialog.getByRole('button', { name: 'Simpan' }).click()
  return dialog
}

it('lets an admin receive, count and adjust on the stock card, and sees the balance', async () => {
  const id = await makeObat({ name: 'Vitamin C', unit: 'strip' }, 5)
  const expectRefused = ['POST /api/stock-movements 400']
  await visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, admin, `/admin/collections/obat/${id}`)
    await page.getByRole('link', { name: 'Kartu stok' }).last().click()
    await page.waitForURL('**/stock')
    const now = page.locator('#stock-now')
    await now.filter({ hasText: '5 strip' }).waitFor()

    await move(page, 'Terima', '40', 'PBF Sehat')
    await now.filter({ hasText: '45 strip' }).waitFor()
    // Somebody sells while the shelf is being counted.
    await page.getByRole('button', { name: 'Hitung' }).click()
    const order = { items: [{ obat: id, quantity: 3 }], paymentMethod: 'cash' }
    await house.call('POST', '/orders', order, cashier.token)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Jumlah di rak').fill('41')
    await dialog.getByLabel('Alasan').fill('Opname')
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await toast(page, 'Selisih −1 dicatat.').waitFor()
    await now.filter({ hasText: '41 strip' }).waitFor()

    const refused = await move(page, 'Hapus', '100', 'Kedaluwarsa')
    await refused.getByRole('alert').filter({ hasText: /Stok/ }).waitFor()
    await refused.getByLabel('Jumlah').fill('1')
    await refused.getByRole('button', { name: 'Simpan' }).click()
    await now.filter({ hasText: '40 strip' }).waitFor()

    const rows = page.getByRole('table', { name: 'Mutasi' }).locator('tbody tr')
    expect(await rows.count()).toBe(5)
    expect((await rows.first().innerText()).split('\t').slice(1)).toEqual([
      'Penghapusan',
      '−1',
      '40',
      'Kedaluwarsa',
      'Ayu Lestari',
    ])
    await rows.nth(2).getByRole('link', { name: 'Order #1' }).waitFor()
  })
})

it('receives once, though the answer was lost on the way', async () => {
  const id = await makeObat({ name: 'Antasida', unit: 'strip' }, 5)
  const expectRefused = ['POST /api/stock-movements 502']
  await visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, cashier, `/admin/collections/obat/${id}/stock`)
    await page.route('**/api/stock-movements', async (route) => {
      await route.fetch()
      await route.fulfill({ status: 502, body: 'Bad Gateway' })
    })
    const dialog = await move(page, 'Terima', '40', 'PBF Sehat')
    await dialog.getByRole('alert').waitFor()
    await page.unroute('**/api/stock-movements')
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await page.locator('#stock-now').filter({ hasText: '45 strip' }).waitFor()
  })
  expect((await house.call<Obat>('GET', `/obat/${id}`)).stock).toBe(45)
})

it('shows a cashier what is low and what sold, and lets them receive', async () => {
  const id = await makeObat({ name: 'Cetirizine', sku: 'CTZ-10', lowStockThreshold: 20 })
  await visit({ browser, url }, async (page) => {
    await enter(page, cashier, '/admin/stock')
    const row = page.getByRole('row', { name: /Cetirizine/ })
    await row.getByText('Habis').waitFor()
    await row.getByRole('button', { name: 'Terima Cetirizine' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Jumlah').fill('50')
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await row.waitFor({ state: 'detached' })
    expect((await house.call<Obat>('GET', `/obat/${id}`)).stock).toBe(50)

    await page.getByRole('tab', { name: 'Terjual' }).click()
    const sold = page.getByRole('row', { name: /Vitamin C/ })
    await sold.getByText('3 strip').waitFor()
    await sold.getByText('Rp 15.000').waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Ekspor CSV' }).click()
    const file = await readFile(await (await download).path())
    const [headings, first] = parse(file, { bom: true })
    expect(headings).toContain('Omzet (Rp)')
    expect(first).toEqual(expect.arrayContaining(['Vitamin C', '3', '15000']))
  })
})

it('previews a list, refuses one with a mistake, and imports a good one', async () => {
  await makeObat({ name: 'Amoxicillin', sku: 'AMX-500', drugClass: 'keras', price: 9000 })
  const head = 'nama;sku;golongan;harga;stok\n'
  const list = (text: string) => ({
    name: 'daftar.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeff${head}${text}`),
  })
  await visit({ browser, url }, async (page) => {
    await enter(page, admin, '/admin/collections/obat')
    await page.getByRole('link', { name: 'Impor CSV' }).click()
    const input = page.locator('input[type=file]')
    await input.setInputFiles(list('Amoxicillin;AMX-500;keras;9500;0\nSalep;SLP-1;bebas;murah;3'))
    const mistake = page.getByRole('row', { name: /"murah"/ })
    await mistake.getByText('harga', { exact: true }).waitFor()
    expect(await page.getByRole('button', { name: /^Impor/ }).count()).toBe(0)

    await input.setInputFiles(list('Amoxicillin;AMX-500;keras;9500;0\nSalep;SLP-1;bebas;7.500;3'))
    const changed = page.getByRole('table', { name: 'Obat yang berubah' })
    await changed.getByText('Harga (Rp): 9000 → 9500').waitFor()
    await page.getByRole('table', { name: 'Obat baru' }).getByText('Rp 7.500').waitFor()
    await page.getByRole('button', { name: 'Impor 2 obat' }).click()
    await page.getByText('Selesai: 1 obat baru, 1 berubah.').first().waitFor()
  })
  const { docs } = await house.call<{ docs: Obat[] }>('GET', '/obat?where[sku][equals]=SLP-1')
  expect(docs).toMatchObject([{ name: 'Salep', price: 7500, stock: 3 }])
})

it('exports what a list shows: its search, its columns, all of its rows', async () => {
  await visit({ browser, url }, async (page) => {
    await enter(page, admin, '/admin/collections/obat?search=Amox')
    await page.getByRole('button', { name: 'Ekspor CSV' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Kolom yang tampil' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^obat-\d{4}-\d\d-\d\d\.csv$/)
    await toast(page, '1 baris diekspor.').waitFor()
    const rows = parse(await readFile(await file.path()), { bom: true, delimiter: [',', ';'] })
    expect(rows[0]).toEqual([
      'Nama',
      'SKU',
      'Harga (Rp)',
      'Stok',
      'Satuan',
      'Golongan obat',
      'Aktif',
    ])
    expect(rows.slice(1)).toEqual([['Amoxicillin', 'AMX-500', '9500', '0', 'pcs', 'Keras', 'ya']])
  })
})
