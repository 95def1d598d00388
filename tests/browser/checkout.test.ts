import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { openBrowser, visit } from '../support/browser'
import { png } from '../support/pictures'
import type { House, Person } from './house'
import { openHouse } from './house'
import { enter, open, toast } from './panel'

let browser: Browser
let house: House
let url: string
let gateway: string
let admin: Person
let cashier: Person
let patient: Person
let course: string

const YEAR_IN_MS = 365 * 24 * 60 * 60 * 1000

const create = async (collection: string, data: Record<string, unknown>): Promise<string> =>
  (await house.call<{ doc: { id: string } }>('POST', `/${collection}`, data)).doc.id

const makeCourse = async (title: string): Promise<string> =>
  create('courses', { title, price: 250_000, _status: 'published', lessons: [{ title: 'Satu' }] })

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse('checkout')
  url = house.server.url
  gateway = house.server.midtransUrl
  admin = await house.makePerson('admin', 'Ayu Lestari')
  cashier = await house.makePerson('cashier', 'Budi Santoso')
  patient = await house.makePerson('patient', 'Citra Dewi')
  course = await makeCourse('Pertolongan pertama')
})
afterAll(async () => {
  await browser?.close()
  await house?.server.stop('SIGKILL')
})

type Enrollments = { docs: { status: string; course: { id: string } | string }[] }

const enrollmentOf = async (id: string): Promise<string | undefined> => {
  const { docs } = await house.call<Enrollments>(
    'GET',
    '/enrollments?depth=0',
    undefined,
    patient.token,
  )
  return docs.find((one) => one.course === id)?.status
}

type Status = { data: { status: string; paid_at: string | null } }

const statusOf = async (id: string): Promise<Status['data']> =>
  (await house.call<Status>('GET', `/v1/orders/${id}/status`, undefined, patient.token)).data

/** Pays on the gateway's own page. @returns the way back to the shop */
const pay = async (address: string, method: string | null): Promise<string> => {
  let back = ''
  await visit({ browser, url: gateway }, async (page) => {
    await page.goto(address)
    if (method) await page.getByRole('button', { name: method }).click()
    await page.getByRole('button', { name: 'Bayar', exact: true }).click()
    await page.getByRole('status').filter({ hasText: 'Pembayaran berhasil' }).waitFor()
    const link = page.getByRole('link', { name: 'Kembali ke toko' })
    if (method) back = (await link.getAttribute('href')) ?? ''
  })
  return back
}

const rowsOfLife = (page: Page) =>
  page.getByRole('region', { name: 'Riwayat' }).locator('ol > li > p:first-child')

it('lets a patient pay a course on the page of the gateway, and an admin refund it', async () => {
  const year = Date.now() + YEAR_IN_MS
  const coupon = await create('coupons', {
    code: 'SEHAT20',
    discountType: 'PERCENTAGE',
    discountValue: 20,
    validFrom: new Date(0).toISOString(),
    validUntil: new Date(year).toISOString(),
  })
  const { data } = await house.call<{ data: { id: string; redirect_url: string } }>(
    'POST',
    '/payments',
    { type: 'course', id: course, coupon_code: 'sehat20' },
    patient.token,
  )
  const back = await pay(data.redirect_url, 'QRIS')
  expect(back).toMatch(`${url}/pembayaran/selesai?`)

  await visit({ browser, url }, async (page) => {
    const { email, password } = patient
    await page.request.post('/api/users/login', { data: { email, password } })
    // Whatever the address claims: the server says how it stands.
    await page.goto(back.replace(/transaction_status=\w+/, 'transaction_status=deny'))
    await page.getByRole('heading', { name: 'Pembayaran berhasil' }).waitFor()
  })
  expect(await statusOf(data.id)).toMatchObject({ status: 'SUCCESS' })
  expect(await enrollmentOf(course)).toBe('ACTIVE')

  await visit({ browser, url }, async (page) => {
    await enter(page, admin)
    await open(page, '/admin/collections/transactions')
    const totals = page.locator('dl[aria-label="Total daftar ini"]')
    await totals.getByText('Rp 200.000').first().waitFor()
    await page.getByRole('link', { name: 'Kedaluwarsa', exact: true }).click()
    await totals.getByText('0 transaksi').first().waitFor()
    await page.getByRole('link', { name: 'Berhasil', exact: true }).click()
    await totals.getByText('1 transaksi').first().waitFor()
    await page.locator('nav a[aria-current=true]', { hasText: 'Berhasil' }).waitFor()
    await page.getByRole('link', { name: /^INV-CRS-/ }).click()

    await page.waitForURL('**/transactions/*-*')
    await rowsOfLife(page).filter({ hasText: 'Dibayar' }).waitFor()
    const life = await rowsOfLife(page).allInnerTexts()
    expect(life[0]).toBe('Transaksi dibuat')
    expect(life).toContain('Tagihan dibuat: Rp 200.000')
    expect(life).toContain('Pemberitahuan gateway: settlement')
    await page.getByRole('button', { name: 'Periksa ke gateway' }).click()
    await toast(page, 'Status sesuai gateway.').waitFor()

    await page.getByRole('button', { name: 'Kembalikan dana' }).click()
    const dialog = page.getByRole('dialog')
    const amount = dialog.getByLabel('Jumlah (Rp)')
    expect(await amount.inputValue()).toBe('200000')
    await amount.fill('50000')
    await dialog.getByLabel('Alasan').fill('Salah beli')
    await dialog.getByRole('button', { name: 'Kembalikan dana' }).click()
    await toast(page, 'Rp 50.000 dikembalikan.').waitFor()
    await rowsOfLife(page).filter({ hasText: 'Pengembalian Rp 50.000' }).waitFor()
    await rowsOfLife(page).filter({ hasText: 'Dikembalikan sebagian' }).waitFor()
    expect(await enrollmentOf(course)).toBe('ACTIVE')

    await page.getByRole('button', { name: 'Kembalikan dana' }).click()
    await dialog.getByText('Rp 150.000 dari Rp 200.000 dapat dikembalikan').waitFor()
    await dialog.getByLabel('Alasan').fill('Sisanya')
    await dialog.getByRole('button', { name: 'Kembalikan dana' }).click()
    await toast(page, 'Rp 150.000 dikembalikan.').waitFor()
    await page.getByRole('button', { name: 'Kembalikan dana' }).waitFor({ state: 'detached' })
  })
  expect(await statusOf(data.id)).toMatchObject({ status: 'REFUNDED' })
  expect(await enrollmentOf(course)).toBe('REVOKED')

  await visit({ browser, url }, async (page) => {
    await enter(page, admin)
    await open(page, `/admin/collections/coupons/${coupon}`)
    const uses = page.getByRole('table', { name: 'Pemakaian kupon' })
    await uses.getByRole('link', { name: 'Citra Dewi' }).waitFor()
    await uses.getByRole('link', { name: /^INV-CRS-/ }).waitFor()
    await uses.getByText('Rp 50.000').waitFor()
  })
})

it('lets a virtual account be paid, which goes back by hand with a proof', async () => {
  const other = await makeCourse('Gizi seimbang')
  type Created = { data: { order: { id: string; invoice_number: string } } }
  const { data } = await house.call<Created>(
    'POST',
    `/v1/courses/${other}/checkout`,
    { payment_method: 'VIRTUAL_ACCOUNT', channel: 'bni' },
    patient.token,
  )
  const { id, invoice_number } = data.order
  await pay(`${gateway}/simulator/pay/${invoice_number}`, null)
  await expect.poll(async () => (await statusOf(id)).status, { timeout: 20_000 }).toBe('SUCCESS')
  expect(await enrollmentOf(other)).toBe('ACTIVE')

  await visit({ browser, url }, async (page) => {
    await enter(page, admin)
    await open(page, `/admin/collections/transactions/${id}`)
    await page.getByRole('button', { name: 'Kembalikan dana' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('tidak dapat dikembalikan lewat gateway').waitFor()
    await dialog.getByLabel('Alasan').fill('Kursus batal')
    await dialog.getByLabel('Catatan').fill('BNI 123, ref 77')
    const { data: buffer } = await png('bukti')
    await dialog
      .getByLabel('Bukti')
      .setInputFiles({ name: 'bukti.png', mimeType: 'image/png', buffer })
    await dialog.getByRole('button', { name: 'Kembalikan dana' }).click()
    await toast(page, 'Rp 250.000 dikembalikan.').waitFor()
    const proof = page.getByRole('link', { name: 'Lihat bukti' })
    const path = (await proof.getAttribute('href')) ?? ''
    const typeOf = async (file: string) => (await fetch(file)).headers.get('Content-Type')
    expect(await page.evaluate(typeOf, path)).toBe('image/jpeg')
  })
  expect(await statusOf(id)).toMatchObject({ status: 'REFUNDED' })

  // A cashier reads, and does nothing; what the gateway sent is not theirs to see.
  await visit({ browser, url, expectRefused: [] }, async (page) => {
    await enter(page, cashier)
    await open(page, `/admin/collections/transactions/${id}`)
    await rowsOfLife(page).filter({ hasText: 'Dibayar' }).waitFor()
    expect(await rowsOfLife(page).filter({ hasText: 'Pemberitahuan' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Kembalikan dana' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Periksa ke gateway' }).count()).toBe(0)
  })
})

it('shows an admin what waits for them, as it comes', async () => {
  const late = await makeCourse('Kesehatan jiwa')
  type Created = { data: { order: { id: string; invoice_number: string } } }
  const { data } = await house.call<Created>(
    'POST',
    `/v1/courses/${late}/checkout`,
    { payment_method: 'QRIS' },
    patient.token,
  )
  const { id, invoice_number } = data.order
  await house.call('POST', '/globals/payment-settings', { lateMoney: 'refund' })
  const tell = async (status: string) =>
    fetch(`${gateway}/simulator/${invoice_number}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ transaction_status: status }),
    })
  await tell('expire')
  await expect.poll(async () => (await statusOf(id)).status, { timeout: 20_000 }).toBe('EXPIRED')

  await visit({ browser, url }, async (page) => {
    await enter(page, admin)
    const home = page.locator('[data-part="payments-to-act-on"]')
    await home.getByText('Tidak ada yang menunggu tindakan.').waitFor()
    await open(page, '/admin/payments')
    await tell('settlement')
    const due = page.getByRole('table', { name: 'Harus dikembalikan' })
    await due.getByRole('link', { name: invoice_number }).waitFor()
    await due.getByText('Rp 250.000').waitFor()
    await page.getByLabel('1 pembayaran menunggu tindakan').waitFor()
    await due.getByRole('link', { name: invoice_number }).click()
    await page.getByRole('button', { name: 'Kembalikan dana' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Alasan').fill('Terlambat')
    await dialog.getByRole('button', { name: 'Kembalikan dana' }).click()
    await toast(page, 'Rp 250.000 dikembalikan.').waitFor()
    await page.getByLabel('1 pembayaran menunggu tindakan').waitFor({ state: 'detached' })
  })
  expect(await enrollmentOf(late)).toBeUndefined()
})
