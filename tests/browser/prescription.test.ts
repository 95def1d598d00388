import pg from 'pg'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Obat, Order } from '@/payload-types'
import { makeConsultation, makeDoctor } from '@/plugins/consultations/testing'

import { graveFaults } from '../support/axe'
import { openBrowser, visit } from '../support/browser'
import type { House, Person } from './house'
import { openHouse } from './house'
import { enter, open } from './panel'

let browser: Browser
let house: House
let database: pg.Pool
let url: string
let cashier: Person
let patient: Person
let amoxicillin: number
let prescription: number

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse('prescription')
  url = house.server.url
  database = new pg.Pool({ connectionString: house.databaseUrl, max: 2 })
  await house.makePerson('admin', 'Ayu Lestari')
  cashier = await house.makePerson('cashier', 'Budi Santoso')
  patient = await house.makePerson('patient', 'Gita Permata')
  const rina = await house.makePerson('doctor', 'dr. Rina')
  const { doc } = await house.call<{ doc: Obat }>('POST', '/obat', {
    name: 'Amoxicillin 500 mg',
    sku: 'AMX-500',
    price: 8000,
    unit: 'tablet',
    drugClass: 'keras',
  })
  amoxicillin = doc.id
  const opening = { obat: amoxicillin, kind: 'opening', quantity: 50 }
  await house.call('POST', '/stock-movements', opening)
  const doctor = await makeDoctor(database, { user: rina.id, name: 'dr. Rina' })
  const over = { patient: patient.id, doctor: doctor.id, startsIn: -3600 }
  const consultation = await makeConsultation(database, over)
  const issued = await house.call<{ doc: { id: number } }>(
    'POST',
    `/consultations/${consultation}/prescription`,
    { items: [{ obat: amoxicillin, quantity: 10, dose: '3 × 1', note: 'habiskan' }] },
    rina.token,
  )
  prescription = issued.doc.id
})
afterAll(async () => {
  await browser?.close()
  await database?.end()
  await house?.server.stop('SIGKILL')
})

const shown = (page: Page): Locator => page.getByRole('region', { name: `Resep #${prescription}` })
const expectShown = async (page: Page, used: number): Promise<void> => {
  await shown(page).getByText(`${used} dari 10 tablet sudah dipesan`).waitFor()
  for (const text of [
    'Gita Permata',
    'dr. Rina',
    'Amoxicillin 500 mg',
    '3 × 1 · habiskan',
    'berlaku sampai',
  ]) {
    await shown(page).getByText(text).first().waitFor()
  }
}

it('stands at the desk beside the order that draws on it, and on the order’s page', async () => {
  const items = [{ obat: amoxicillin, quantity: 4 }]
  const { doc } = await house.call<{ doc: Order }>(
    'POST',
    '/orders',
    { items, paymentMethod: 'bank_transfer' },
    patient.token,
  )
  await visit({ browser, url }, async (page) => {
    await enter(page, cashier)
    await page.getByRole('article', { name: `Order #${doc.id}` }).waitFor()
    await expectShown(page, 4)
    expect(await page.getByText('periksa resepnya').count()).toBe(0)
    expect(await graveFaults(page)).toEqual([])
    await open(page, `/admin/collections/orders/${doc.id}`)
    await expectShown(page, 4)
  })
})

it('is drawn on at the counter by its number', async () => {
  const expectRefused = ['GET /api/prescriptions/999999 404']
  await visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, cashier)
    await open(page, '/admin/counter')
    await page.keyboard.type('AMX-500')
    await page.keyboard.press('Enter')
    const number = page.getByRole('textbox', { name: 'Atau nomor resep elektronik' })
    await number.fill('999999')
    await page.getByText('Resep #999999 tidak ditemukan.').waitFor()
    await number.fill(String(prescription))
    await expectShown(page, 4)
    await page.keyboard.press('F8')
    await page.keyboard.press('F9')
    await page.getByRole('heading', { name: /Terjual/ }).waitFor()
  })
  const { items } = await house.call<{ items: { used: number }[] }>(
    'GET',
    `/prescriptions/${prescription}`,
  )
  expect(items).toMatchObject([{ used: 5 }])
})
