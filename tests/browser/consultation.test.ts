import pg from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Consultation } from '@/payload-types'
import { makeConsultation, makeDoctor, makeMessage } from '@/plugins/consultations/testing'

import { graveFaults } from '../support/axe'
import { openBrowser, visit } from '../support/browser'
import type { House, Person } from './house'
import { openHouse } from './house'
import { enter, open, toast } from './panel'

let browser: Browser
let house: House
let database: pg.Pool
let url: string
let admin: Person
let patient: Person
let doctor: number

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse('consultation')
  url = house.server.url
  database = new pg.Pool({ connectionString: house.databaseUrl, max: 2 })
  admin = await house.makePerson('admin', 'Ayu Lestari')
  patient = await house.makePerson('patient', 'Gita Permata')
  const { id: user } = await house.makePerson('doctor', 'dr. Rina')
  doctor = (await makeDoctor(database, { user, name: 'dr. Rina' })).id
})
afterAll(async () => {
  await browser?.close()
  await database?.end()
  await house?.server.stop('SIGKILL')
})

it('shows an admin how long a consultation goes on, and lets them lengthen it', async () => {
  const id = await makeConsultation(database, { patient: patient.id, doctor })
  const before = await house.call<Consultation>('GET', `/consultations/${id}`)
  await visit({ browser, url }, async (page) => {
    await enter(page, admin)
    await open(page, `/admin/collections/consultations/${id}`)
    await page
      .getByRole('timer')
      .filter({ hasText: /^Sisa (29|30):\d\d$/ })
      .waitFor()
    await page.getByRole('button', { name: 'Perpanjang' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Menit tambahan').fill('15')
    await dialog.getByLabel('Alasan').fill('Sambungan pasien terputus')
    expect(await graveFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Perpanjang' }).click()
    await toast(page, 'Konsultasi diperpanjang.').waitFor()
    await page
      .getByRole('timer')
      .filter({ hasText: /^Sisa 4[345]:\d\d$/ })
      .waitFor()
  })
  const after = await house.call<Consultation>('GET', `/consultations/${id}`)
  expect(Date.parse(after.expiresAt!) - Date.parse(before.expiresAt!)).toBe(15 * 60 * 1000)
  expect(after.extensions).toMatchObject([{ minutes: 15, reason: 'Sambungan pasien terputus' }])
})

it('counts by the server’s clock, not by that of the computer', async () => {
  const id = await makeConsultation(database, { patient: patient.id, doctor })
  await visit({ browser, url }, async (page) => {
    await page.addInitScript(() => {
      const { now } = Date
      Date.now = () => now() + 2 * 60 * 60 * 1000
    })
    await enter(page, admin)
    await open(page, `/admin/collections/consultations/${id}`)
    await page
      .getByRole('timer')
      .filter({ hasText: /^Sisa (29|30):\d\d$/ })
      .waitFor()
    await page.getByRole('button', { name: 'Perpanjang' }).waitFor()
  })
  await database.query(`UPDATE consultations SET expires_at = clock_timestamp() WHERE id = $1`, [
    id,
  ])
})

it('does not lengthen what is over, and shows no word of what was said', async () => {
  const over = { patient: patient.id, doctor, startsIn: -3600 }
  const id = await makeConsultation(database, { patient: patient.id, doctor })
  await makeMessage(database, { consultation: id, sender: patient.id, content: 'rahasia sekali' })
  const past = await makeConsultation(database, over)
  await visit({ browser, url }, async (page) => {
    await enter(page, admin)
    await open(page, `/admin/collections/consultations/${past}`)
    await page.getByRole('timer').filter({ hasText: 'Selesai' }).waitFor()
    expect(await page.getByRole('button', { name: 'Perpanjang' }).count()).toBe(0)
    await open(page, `/admin/collections/consultations/${id}`)
    await page.getByRole('button', { name: 'Perpanjang' }).waitFor()
    expect(await page.content()).not.toContain('rahasia sekali')
  })
})

it('tells an admin on the first page how the consultations are going', async () => {
  const expected = await house.call<{ active: number; waiting: number; messagesToday: number }>(
    'GET',
    '/consultations/statistics',
  )
  expect(expected).toMatchObject({ active: 2, waiting: 2 })
  await visit({ browser, url }, async (page) => {
    await enter(page, admin)
    const part = page.locator('[data-part=consultations]')
    const figure = (label: string) =>
      part.locator('dl > div').filter({ hasText: label }).locator('dd')
    await figure('Berlangsung').filter({ hasText: '2' }).waitFor()
    expect(await figure('Menunggu jawaban dokter').textContent()).toBe('2')
    expect(await figure('Pesan hari ini').textContent()).toBe(String(expected.messagesToday))
    expect(await figure('Rata-rata jawaban pertama').textContent()).toBe('–')
  })
})

it('is bought on the page of a doctor who is on duty, by who signs in there', async () => {
  const buyer = await house.makePerson('patient', 'Sari Dewi', 'sari@example.test')
  const { id: user } = await house.makePerson('doctor', 'dr. Bayu', 'bayu@example.test')
  const onDuty = await makeDoctor(database, { user, name: 'dr. Bayu' })
  const gateway = house.server.midtransUrl
  const page = `/dokter/${onDuty.id}`
  const expectRefused = ['POST /api/payments 409']
  await visit({ browser, url, elsewhere: [gateway], expectRefused }, async (phone) => {
    await open(phone, page)
    await phone.getByRole('link', { name: 'Masuk untuk mulai konsultasi' }).click()
    await phone.getByLabel('E-mail').fill(buyer.email)
    await phone.getByLabel('Kata sandi').fill(buyer.password)
    await phone.getByRole('button', { name: 'Masuk' }).click()
    await phone.waitForURL(`${url}${page}`)
    expect(await graveFaults(phone)).toEqual([])
    await phone.getByRole('button', { name: 'Mulai konsultasi' }).click()
    await phone.waitForURL(`${gateway}/**`)
    await phone.getByRole('button', { name: 'QRIS' }).click()
    await phone.getByRole('button', { name: 'Bayar', exact: true }).click()
    await phone.getByRole('status').filter({ hasText: 'Pembayaran berhasil' }).waitFor()
    const opened = async () =>
      (
        await database.query<{ status: string }>(
          'SELECT status FROM consultations WHERE patient_id = $1 AND doctor_id = $2',
          [buyer.id, onDuty.id],
        )
      ).rows
    await expect.poll(opened).toEqual([{ status: 'active' }])
    await open(phone, page)
    await phone.getByRole('button', { name: 'Mulai konsultasi' }).click()
    await phone
      .getByRole('alert')
      .filter({ hasText: 'Anda masih memiliki konsultasi aktif' })
      .waitFor()
  })
})

it('is not for sale on the page of a doctor who is off duty', async () => {
  const { id: user } = await house.makePerson('doctor', 'dr. Citra', 'citra@example.test')
  const off = await makeDoctor(database, { user, name: 'dr. Citra', isOnDuty: false })
  await visit({ browser, url }, async (phone) => {
    await open(phone, `/dokter/${off.id}`)
    await phone.getByRole('heading', { name: 'dr. Citra' }).waitFor()
    expect(await phone.getByText(/mulai konsultasi/i).count()).toBe(0)
  })
})
