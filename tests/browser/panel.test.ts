import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Obat, Order } from '@/payload-types'

import { openBrowser, visit } from '../support/browser'
import type { House, Person } from './house'
import { openHouse } from './house'
import { createdId, enter, fault, open, pick, save, signIn, toast } from './panel'

let browser: Browser
let house: House
let url: string
let admin: Person
let cashier: Person
let patient: Person

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse('panel')
  url = house.server.url
  admin = await house.makePerson('admin', 'Ayu Lestari')
  cashier = await house.makePerson('cashier', 'Budi Santoso')
  patient = await house.makePerson('patient', 'Gita Permata')
})
afterAll(async () => {
  await browser?.close()
  await house?.server.stop('SIGKILL')
})

const makeObat = async (data: Record<string, unknown>, stock: number): Promise<number> => {
  const made = await house.call<{ doc: { id: number } }>('POST', '/obat', { price: 5000, ...data })
  const { id } = made.doc
  await house.call('POST', '/stock-movements', { obat: id, kind: 'receipt', quantity: stock })
  return id
}

const stockOf = async (obat: number): Promise<number> =>
  (await house.call<Obat>('GET', `/obat/${obat}`)).stock ?? 0

const readOrder = async (id: number): Promise<Order> =>
  house.call<Order>('GET', `/orders/${id}?depth=0`)

const jpeg = async (): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#0b6e5b' } })
    .jpeg()
    .toBuffer()

/** An order of the patient's, who has still to pay. */
const orderOf = async (obat: number, paymentMethod: string): Promise<number> => {
  const order = { items: [{ obat, quantity: 2 }], paymentMethod }
  const placed = await house.call<{ doc: Order }>('POST', '/orders', order, patient.token)
  return placed.doc.id
}

it('lets an admin add obat with a picture, receive stock, and see it', async () => {
  const expectRefused = ['POST /api/stock-movements 400']
  await visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, admin)
    await open(page, '/admin/collections/obat/create')
    await page.locator('#field-name').fill('Vitamin C 500 mg')
    await page.locator('#field-price').fill('12500')
    await save(page)
    await toast(page, 'Obat berhasil dibuat.').waitFor()
    const obat = await createdId(page, 'obat')

    const file = { name: 'vitamin.jpg', mimeType: 'image/jpeg', buffer: await jpeg() }
    await page.locator('#field-image').getByRole('button', { name: 'Buat Baru' }).click()
    const drawer = page.locator('.doc-drawer')
    await drawer.locator('input[type=file]').setInputFiles(file)
    await drawer.locator('#action-save').click()
    await toast(page, 'Gambar berhasil dibuat.').waitFor()
    await save(page)
    await toast(page, 'Berhasil diperbarui.').waitFor()

    await open(page, '/admin/collections/stock-movements/create')
    await pick(page, 'obat', 'vitamin', 'Vitamin C 500 mg · Rp 12.500 · stok 0 pcs')
    await page.locator('#field-quantity').fill('40')
    await save(page)
    await toast(page, 'Mutasi stok berhasil dibuat.').waitFor()

    await open(page, '/admin/collections/stock-movements/create')
    await pick(page, 'obat', 'vitamin', 'Vitamin C 500 mg')
    await page.locator('#field-kind').click()
    await page.getByRole('option', { name: 'Penyesuaian' }).click()
    await page.locator('#field-quantity').fill('-3')
    await save(page)
    await fault(page, 'Alasan wajib diisi.').waitFor()
    await page.locator('#field-reason').fill('Rusak')
    await fault(page, 'Alasan wajib diisi.').waitFor({ state: 'detached' })
    await save(page)
    await createdId(page, 'stock-movements')

    await open(page, `/admin/collections/obat/${obat}`)
    expect(await page.locator('#field-stock').inputValue()).toBe('37')
    expect(await page.locator('#field-stock').isDisabled()).toBe(true)
    await page.getByText('vitamin.jpg').waitFor()
  })
})

it('lets a cashier sell at the counter, prescriptions in hand', async () => {
  const obat = await makeObat({ name: 'Amoxicillin', sku: 'AMX-500', drugClass: 'keras' }, 10)
  const expectRefused = ['POST /api/orders 400']
  await visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, cashier)
    await open(page, '/admin/collections/orders/create')
    await page.getByRole('button', { name: 'Tambah Barang' }).click()
    await pick(page, 'items__0__obat', 'amx-5', 'Amoxicillin · AMX-500')
    await page.locator('#field-items__0__quantity').fill('4')
    await page.locator('#field-paymentMethod').click()
    await page.getByRole('option', { name: 'Tunai' }).click()
    await save(page)
    await toast(page, 'Obat ini memerlukan resep dokter').waitFor()

    await page.locator('#field-prescriptionSeen').check()
    await save(page)
    await toast(page, 'Order berhasil dibuat.').waitFor()
    const id = await createdId(page, 'orders')
    await page.getByRole('heading', { name: `Order #${id}` }).waitFor()
    await page.locator('#field-paymentStatus', { hasText: /Dibayar/ }).waitFor()
    expect(await readOrder(id)).toMatchObject({ paidBy: cashier.id, totalPrice: 20_000 })
  })
  expect(await stockOf(obat)).toBe(6)
})

it('lets a cashier confirm what a patient has paid, and hand it over', async () => {
  const id = await orderOf(await makeObat({ name: 'Paracetamol' }, 10), 'bank_transfer')
  await visit({ browser, url }, async (page) => {
    await enter(page, cashier)
    await open(page, '/admin/collections/orders')
    await page.getByRole('link', { name: `ID: ${id}`, exact: true }).click()
    await page.getByRole('button', { name: 'Konfirmasi pembayaran' }).click()
    await page.locator('#field-paymentStatus', { hasText: /Dibayar/ }).waitFor()
    expect(await readOrder(id)).toMatchObject({ status: 'pending', paidBy: cashier.id })

    await page.getByRole('button', { name: 'Serahkan & selesaikan' }).click()
    await page.locator('#field-status', { hasText: 'Selesai' }).waitFor()
    expect(await page.getByRole('button', { name: 'Batalkan order' }).count()).toBe(0)
  })
  expect(await readOrder(id)).toMatchObject({ status: 'completed' })
})

it('lets a cashier refuse a proof, and cancel an order, and asks why', async () => {
  const obat = await makeObat({ name: 'Cetirizine' }, 10)
  const id = await orderOf(obat, 'qris')
  const proof = new FormData()
  proof.set(
    'payment_proof',
    new Blob([new Uint8Array(await jpeg())], { type: 'image/jpeg' }),
    'bukti.jpg',
  )
  await house.call('POST', `/apotek/orders/${id}/notify-payment`, proof, patient.token)

  await visit({ browser, url }, async (page) => {
    await enter(page, cashier)
    await open(page, `/admin/collections/orders/${id}`)
    await page.getByRole('button', { name: 'Tolak bukti' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Gambar buram' }).click()
    await dialog.getByRole('button', { name: 'Tolak bukti' }).click()
    const reason = page.locator('#field-rejectReason')
    await expect.poll(() => reason.inputValue()).toBe('Gambar buram')

    await page.getByRole('button', { name: 'Batalkan order' }).click()
    await dialog.getByLabel('Alasan').fill('Salah pesan')
    await page.keyboard.press('Enter')
    await page.locator('#field-status', { hasText: 'Dibatalkan' }).waitFor()
  })
  expect(await readOrder(id)).toMatchObject({ status: 'cancelled', cancelReason: 'Salah pesan' })
  expect(await stockOf(obat)).toBe(10)
})

it('refuses a patient, and says so', async () => {
  await visit({ browser, url }, async (page) => {
    await signIn(page, patient)
    await page.getByRole('heading', { name: 'Akun ini tidak memiliki akses ke panel.' }).waitFor()
    for (const path of ['/admin', '/admin/collections/orders', '/admin/account']) {
      await open(page, path)
      await page.waitForURL('**/admin/unauthorized**')
    }
  })
})
