import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { CashEntry, Order, Shift } from '@/payload-types'

import { openBrowser, visit } from '../support/browser'
import type { House, Person } from './house'
import { openHouse } from './house'
import { enter, open, toast } from './panel'

let browser: Browser
let house: House
let url: string
let cashier: Person
let obat: number

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse('shift')
  url = house.server.url
  await house.makePerson('admin', 'Ayu Lestari')
  cashier = await house.makePerson('cashier', 'Budi Santoso')
  const made = await house.call<{ doc: { id: number } }>('POST', '/obat', {
    name: 'Vitamin C 500 mg',
    price: 5000,
  })
  obat = made.doc.id
  await house.call('POST', '/stock-movements', { obat, kind: 'receipt', quantity: 1000 })
})
afterAll(async () => {
  await browser?.close()
  await house?.server.stop('SIGKILL')
})

const sell = async (by: Person, quantity: number, paymentMethod: string): Promise<number> => {
  const order = { items: [{ obat, quantity }], paymentMethod }
  const placed = await house.call<{ doc: Order }>('POST', '/orders', order, by.token)
  return placed.doc.id
}

const newest = async (by: Person): Promise<Shift> => {
  const where = `where[cashier][equals]=${by.id}&limit=1&depth=0`
  const { docs } = await house.call<{ docs: Shift[] }>('GET', `/shifts?${where}`)
  if (!docs[0]) throw new Error('no shift')
  return docs[0]
}

it('takes a cashier from the float to the report', async () => {
  await visit({ browser, url }, async (page) => {
    await enter(page, cashier)
    await page.locator('.nav__link[href="/admin/shift"]').waitFor({ state: 'attached' })
    await open(page, '/admin/shift')
    await page.getByLabel('Modal awal').fill('100000')
    await page.getByRole('button', { name: 'Buka shift' }).click()
    await toast(page, 'Shift dibuka.').waitFor()
    await page.getByText('Modal awal Rp 100.000').waitFor()

    // Sold elsewhere: the page hears of it.
    const cash = await sell(cashier, 3, 'cash')
    await sell(cashier, 4, 'qris')
    const takings = page.getByRole('region', { name: 'Penerimaan' })
    await takings.getByText('Rp 15.000').waitFor()
    await takings.getByText('Rp 20.000').waitFor()
    await page.getByRole('link', { name: `Order #${cash}` }).waitFor()

    await page.getByLabel('Kas keluar', { exact: true }).check()
    await page.getByLabel('Jumlah').fill('12000')
    await page.getByLabel('Alasan').fill('galon air')
    await page.getByRole('button', { name: 'Catat', exact: true }).click()
    await toast(page, 'Tercatat.').waitFor()
    await page.getByRole('cell', { name: 'galon air' }).waitFor()
    // What should be in the drawer is said nowhere yet.
    expect(await page.getByText('103.000').count()).toBe(0)

    await page.getByText('Hitung per pecahan').click()
    await page.getByLabel('Rp 50.000, lembar').fill('2')
    await page.getByLabel('Rp 1.000, lembar').fill('2')
    expect(await page.getByLabel('Uang tunai di laci').inputValue()).toBe('102.000')
    await page.getByLabel('QRIS menurut penyedia').fill('20000')
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Tutup shift' }).click()
    await toast(page, 'Shift ditutup.').waitFor()

    const report = page.getByRole('region', { name: 'Laporan shift' })
    for (const text of [
      'Budi Santoso',
      'Rp 103.000',
      'Rp 102.000',
      '-Rp 1.000',
      'tidak dihitung',
    ]) {
      await report.getByText(text).first().waitFor()
    }
    await page.emulateMedia({ media: 'print' })
    const [onScreen, onPaper] = await page.getByText(/^Laporan shift #/).all()
    expect([await onScreen?.isVisible(), await onPaper?.isVisible()]).toEqual([false, true])
    await page.emulateMedia({ media: 'screen' })
  })
  expect(await newest(cashier)).toMatchObject({
    cash: { expected: 103_000, counted: 102_000, difference: -1_000, paidOut: 12_000 },
    qris: { expected: 20_000, difference: 0 },
  })
})

it('shows the report again in the list of shifts, to whoever counts what another has left', async () => {
  const { id } = await newest(cashier)
  const next = await house.makePerson('cashier', 'Rina Wati', 'rina@example.test')
  await visit({ browser, url }, async (page) => {
    await enter(page, next)
    await open(page, '/admin/collections/shifts')
    await page.getByText('Budi Santoso').first().waitFor()
    await open(page, `/admin/collections/shifts/${id}`)
    await page.getByRole('heading', { name: `Laporan shift #${id}` }).waitFor()
    await page.getByRole('definition').getByText('Budi Santoso').waitFor()
    await page.getByRole('button', { name: 'Cetak' }).waitFor()
    await open(page, '/admin/collections/cash-entries')
    await page
      .getByRole('link', { name: /^Order #/ })
      .first()
      .waitFor()
  })
})

it('records a pay-out once, though its answer was lost on the way', async () => {
  const reason = 'uang parkir'
  const expectRefused = ['POST /api/cash-entries 502']
  await sell(cashier, 1, 'cash')
  await visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, cashier)
    await open(page, '/admin/shift')
    await page.getByLabel('Jumlah').fill('2000')
    await page.getByLabel('Alasan').fill(reason)
    await page.route('**/api/cash-entries', async (route) => {
      await route.fetch()
      await route.fulfill({ status: 502, body: 'Bad Gateway' })
    })
    const record = page.getByRole('button', { name: 'Catat', exact: true })
    await record.click()
    await toast(page, 'Gagal, silakan coba lagi.').waitFor()
    await page.unroute('**/api/cash-entries')
    await record.click()
    await toast(page, 'Tercatat.').waitFor()
  })
  const written = `/cash-entries?where[reason][equals]=${encodeURIComponent(reason)}&limit=0`
  expect(await house.call('GET', written)).toMatchObject({ totalDocs: 1 })
})

it('asks for the float of a shift that a payment has opened, in English too', async () => {
  await sell(cashier, 1, 'cash')
  await visit({ browser, url }, async (page) => {
    await enter(page, cashier)
    await page.context().addCookies([{ name: 'payload-lng', value: 'en', url }])
    await open(page, '/admin/shift')
    await page.getByText('A payment opened this shift.').waitFor()
    await page.getByLabel('Opening float').fill('50000')
    await page.getByRole('button', { name: 'State the float' }).click()
    await toast(page, 'The float is noted.').waitFor()
    await page.getByText('A payment opened this shift.').waitFor({ state: 'detached' })
  })
  expect(await newest(cashier)).toMatchObject({ openingFloat: 50_000, isAutomatic: false })
  const { docs } = await house.call<{ docs: CashEntry[] }>('GET', '/cash-entries?limit=1&depth=0')
  expect(docs[0]).toMatchObject({ kind: 'payment', amount: 5_000 })
})
