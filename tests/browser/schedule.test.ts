import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Doctor } from '@/payload-types'
import { DAYS } from '@/plugins/consultations/constants'

import { graveFaults } from '../support/axe'
import { openBrowser, visit } from '../support/browser'
import type { House, Person } from './house'
import { openHouse } from './house'
import { open, signIn, toast } from './panel'

let browser: Browser
let house: House
let url: string
let admin: Person
let person: Person
let doctor: number

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse('schedule')
  url = house.server.url
  admin = await house.makePerson('admin', 'Ayu Lestari')
  person = await house.makePerson('doctor', 'dr. Rina')
  const data = { user: person.id, name: 'dr. Rina', specialization: 'Umum', fee: 50_000 }
  const { doc } = await house.call<{ doc: Doctor }>('POST', '/doctors', data)
  doctor = doc.id
})
afterAll(async () => {
  await browser?.close()
  await house?.server.stop('SIGKILL')
})

const enter = async (page: Page, who: Person, path: string): Promise<void> => {
  await signIn(page, who)
  await page.waitForURL((address) => address.pathname === '/admin')
  await open(page, path)
}

const stored = async () => {
  const { schedule, overrides } = await house.call<Doctor>('GET', `/doctors/${doctor}`)
  return {
    schedule: schedule?.map(({ day, startTime, endTime }) => [day, startTime, endTime]),
    overrides: overrides?.map(({ date, closed, startTime, endTime }) => [
      date,
      closed,
      startTime,
      endTime,
    ]),
  }
}
type Hours = NonNullable<Doctor['schedule']>
/** What a test begins with. */
const plan = async (schedule: Hours) =>
  house.call('PATCH', `/doctors/${doctor}`, { schedule, overrides: [] })
const save = async (page: Page) => page.getByRole('button', { name: 'Simpan jadwal' }).click()
const block = (page: Page, name: string) => page.getByRole('button', { name })

it('lets a doctor plan the week, by keyboard and mouse', async () => {
  await visit({ browser, url }, async (page) => {
    await enter(page, person, '/admin')
    const link = page.locator('nav a', { hasText: 'Jadwal saya' }).first()
    expect(await link.getAttribute('href')).toBe('/admin/jadwal')
    await open(page, '/admin/jadwal')
    await page.getByRole('heading', { name: 'Jadwal praktik' }).waitFor()
    await page.locator('#duty-now', { hasText: 'Belum ada jam praktik' }).waitFor()

    await page.getByRole('button', { name: 'Tambah jam Senin' }).focus()
    await page.keyboard.press('Enter')
    // The focus is in the new row: times are typed as people write them.
    await page.keyboard.type('7.30')
    await page.keyboard.press('Tab')
    await page.keyboard.type('12')
    await page.keyboard.press('Tab')
    await block(page, 'baris 1, Senin: 07:30–12:00').waitFor()
    await page.getByRole('button', { name: 'Tambah jam Senin' }).click()
    await block(page, 'baris 2, Senin: 13:00–17:00').waitFor()
    await page.getByRole('button', { name: 'Tambah jam Minggu' }).click()
    await page.getByRole('textbox', { name: 'Sampai, baris 3, Minggu' }).fill('24:00')
    await save(page)
    await toast(page, 'Jadwal tersimpan.').waitFor()
    expect((await stored()).schedule).toEqual([
      ['monday', '07:30', '12:00'],
      ['monday', '13:00', '17:00'],
      ['sunday', '08:00', '24:00'],
    ])

    // A block leads to its row.
    await block(page, 'baris 2, Senin: 13:00–17:00').click()
    await page.keyboard.type('14:00')
    await page.getByRole('button', { name: 'Hapus, baris 1, Senin' }).click()
    await page.getByText('Ada perubahan yang belum disimpan.').waitFor()
    await save(page)
    // Saved, and nothing is left to save.
    await page.locator('button:disabled', { hasText: 'Simpan jadwal' }).waitFor()
    expect((await stored()).schedule).toEqual([
      ['monday', '14:00', '17:00'],
      ['sunday', '08:00', '24:00'],
    ])
    expect(await graveFaults(page)).toEqual([])
  })
})

it('shows what the server refuses at its row, and loses nothing', async () => {
  await plan([{ day: 'monday', startTime: '08:00', endTime: '12:00' }])
  const expectRefused = [`PATCH /api/doctors/${doctor} 422`]
  await visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, person, '/admin/jadwal')
    await page.getByRole('button', { name: 'Tambah jam Selasa' }).click()
    await page.getByRole('button', { name: 'Tambah jam Selasa' }).click()
    const second = page.getByRole('textbox', { name: 'Mulai, baris 3, Selasa' })
    await second.fill('10:00')
    await save(page)
    await page.getByText('jamnya bertumpuk dengan baris 2').first().waitFor()
    expect(await second.getAttribute('aria-invalid')).toBe('true')
    expect(await second.inputValue()).toBe('10:00')
    expect(await second.evaluate((input) => document.activeElement === input)).toBe(true)
    await page.getByRole('button', { name: 'Hapus, baris 3, Selasa' }).click()
    await save(page)
    await toast(page, 'Jadwal tersimpan.').waitFor()
    expect((await stored()).schedule).toContainEqual(['tuesday', '08:00', '12:00'])
  })
})

it('keeps dates that differ: closed, or with other hours', async () => {
  await plan([])
  await visit({ browser, url }, async (page) => {
    await enter(page, person, '/admin/jadwal')
    await page.getByRole('button', { name: 'Tambah tanggal' }).click()
    await page.getByLabel('Tanggal, tanggal baris 1').fill('2030-12-25')
    await page.getByRole('button', { name: 'Tambah tanggal' }).click()
    await page.getByLabel('Tanggal, tanggal baris 2').fill('2030-12-24')
    await page.getByRole('checkbox', { name: 'Libur, tanggal baris 2' }).uncheck()
    await page.getByRole('textbox', { name: 'Mulai, tanggal baris 2' }).fill('9')
    await save(page)
    await toast(page, 'Jadwal tersimpan.').waitFor()
    expect((await stored()).overrides).toEqual([
      ['2030-12-25', true, null, null],
      ['2030-12-24', false, '09:00', '12:00'],
    ])
    expect(await graveFaults(page)).toEqual([])
  })
})

it('lets an admin plan for a doctor, in English and on a tablet, with who works now', async () => {
  await plan(DAYS.map((day) => ({ day, startTime: '00:00', endTime: '24:00' })))
  await visit({ browser, url }, async (page) => {
    await page.setViewportSize({ width: 820, height: 1180 })
    await signIn(page, admin)
    await page.waitForURL((address) => address.pathname === '/admin')
    await page.context().addCookies([{ name: 'payload-lng', value: 'en', url }])
    await open(page, `/admin/collections/doctors/${doctor}`)
    await page.getByRole('link', { name: 'Working hours' }).click()
    await page.locator('#duty-now', { hasText: 'On duty now' }).waitFor()
    await block(page, 'row 1, Monday: 00:00–24:00').waitFor()
    await page.getByRole('textbox', { name: 'From, row 7, Sunday' }).fill('06:00')
    await page.getByRole('button', { name: 'Save hours' }).click()
    await toast(page, 'Hours saved.').waitFor()
    expect((await stored()).schedule).toContainEqual(['sunday', '06:00', '24:00'])
    // Payload's own tabs stand in a list without items.
    const faults = await graveFaults(page)
    expect(faults.filter((fault) => !fault.startsWith('list: '))).toEqual([])
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return { scrollWidth, clientWidth }
    })
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
  })
})

it('is nobody else’s page', async () => {
  const cashier = await house.makePerson('cashier', 'Budi Santoso')
  const expectRefused = [
    'GET /admin/jadwal 404',
    `GET /admin/collections/doctors/${doctor}/schedule 404`,
  ]
  await visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, cashier, '/admin/jadwal')
    await open(page, `/admin/collections/doctors/${doctor}/schedule`)
  })
})
