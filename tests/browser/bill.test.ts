import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Bill, Examinations } from '../examinations/clinic'
import { LINE, openExaminations, SECRET_NOTES } from '../examinations/clinic'
import { graveFaults, wear } from '../support/axe'
import { openBrowser, visit } from '../support/browser'
import { enter, open, save, toast } from './panel'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

let browser: Browser
let clinic: Examinations
let url: string
let gateway: string

beforeAll(async () => {
  browser = await openBrowser()
  clinic = await openExaminations('bill_browser')
  url = clinic.url
  gateway = clinic.server.midtransUrl
})
afterAll(async () => {
  await browser?.close()
  await clinic?.server.stop('SIGKILL')
})

const pageOf = ({ id }: Bill): string => `/pemeriksaan/${id}`

/** A phone, and the pages of the house and of the gateway. */
const onPhone = async (
  use: (page: Page) => Promise<void>,
  context: BrowserContextOptions = {},
): Promise<void> =>
  visit({ browser, url, elsewhere: [gateway], context: { ...PHONE, ...context } }, use)

/** On the gateway's own page. */
const payByQris = async (page: Page): Promise<void> => {
  await page.waitForURL(`${gateway}/**`)
  await page.getByRole('button', { name: 'QRIS' }).click()
  await page.getByRole('button', { name: 'Bayar', exact: true }).click()
  await page.getByRole('status').filter({ hasText: 'Pembayaran berhasil' }).waitFor()
}

const isPaid = async ({ id }: Bill): Promise<boolean> => {
  const { dibayar } = await clinic.call<{ dibayar: boolean }>('GET', `/pemeriksaan/${id}?depth=0`)
  return dibayar
}

/** Σ of what moved without being asked to, as browsers measure it. */
const layoutShift = async (page: Page): Promise<number> =>
  page.evaluate(
    async () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            sum += (entry as unknown as { value: number }).value
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        // What is buffered is told before the next frame but one.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
      }),
  )

const isTooWide = async (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)

it.each([true, false])('is paid on a phone (with scripts: %s)', async (javaScriptEnabled) => {
  const bill = await clinic.examine()
  await onPhone(
    async (page) => {
      await page.goto(pageOf(bill))
      await page.getByText('Belum dibayar').waitFor()
      await page.getByRole('button', { name: 'Bayar Sekarang' }).click()
      await payByQris(page)
      await page.getByRole('link', { name: 'Kembali ke toko' }).click()
      await page.waitForURL(`${url}${pageOf(bill)}/confirmation?**`)
      await page.getByRole('heading', { name: 'Pembayaran berhasil' }).waitFor()
      await page.getByText('Lunas', { exact: true }).waitFor()
      await page.getByRole('link', { name: 'Lihat tagihan' }).click()
      await page.getByText(/^Dibayar pada/).waitFor()
      expect(await page.getByRole('button', { name: 'Bayar Sekarang' }).count()).toBe(0)
    },
    { javaScriptEnabled },
  )
  expect(await isPaid(bill)).toBe(true)
})

it.each([true, false])(
  'follows a payment that settles later (with scripts: %s)',
  async (javaScriptEnabled) => {
    const bill = await clinic.examine()
    await onPhone(
      async (page) => {
        await page.goto(pageOf(bill))
        await page.getByRole('button', { name: 'Bayar Sekarang' }).click()
        await page.waitForURL(`${gateway}/**`)
        const gatewayPage = page.url()
        // Whatever the address claims: nobody has paid.
        const claim = 'status_code=200&transaction_status=settlement'
        await page.goto(`${pageOf(bill)}/confirmation?${claim}`)
        await page.getByRole('heading', { name: 'Menunggu pembayaran' }).waitFor()
        await visit({ browser, url: gateway }, async (other) => {
          await other.goto(gatewayPage)
          await payByQris(other)
        })
        await page.getByRole('heading', { name: 'Pembayaran berhasil' }).waitFor()
      },
      { javaScriptEnabled },
    )
  },
)

it('uses one page of the gateway for whoever presses, and says when there is none', async () => {
  const bill = await clinic.examine()
  const seen: string[] = []
  for (let press = 0; press < 2; press += 1) {
    await onPhone(async (page) => {
      await page.goto(pageOf(bill))
      await page.getByRole('button', { name: 'Bayar Sekarang' }).click()
      await page.waitForURL(`${gateway}/**`)
      seen.push(page.url())
    })
  }
  expect(seen[1]).toBe(seen[0])

  const other = await clinic.examine()
  const fault = { route: 'snap', kind: 'refuse', times: 1 }
  await fetch(`${gateway}/simulator/faults`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fault),
  })
  await onPhone(async (page) => {
    await page.goto(pageOf(other))
    await page.getByRole('button', { name: 'Bayar Sekarang' }).click()
    await page.getByRole('alert').filter({ hasText: 'Pembayaran belum dapat dibuat' }).waitFor()
    await page.getByRole('button', { name: 'Bayar Sekarang' }).waitFor()
  })
  await fetch(`${gateway}/simulator/faults`, { method: 'DELETE' })
})

it('shows its lines to the patient who signs in, and to nobody else', async () => {
  const bill = await clinic.examine()
  const signIn = async (page: Page, email: string, password: string) => {
    await page.goto(pageOf(bill))
    expect(await page.content()).not.toContain(LINE)
    await page.getByRole('link', { name: 'Masuk' }).click()
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Kata sandi').fill(password)
    await page.getByRole('button', { name: 'Masuk' }).click()
  }
  await onPhone(async (page) => {
    const { email, password } = clinic.patient
    await signIn(page, email, 'bukan ini')
    await page.getByRole('alert').filter({ hasText: 'salah' }).waitFor()
    expect(await page.getByLabel('E-mail').inputValue()).toBe(email)
    await page.getByLabel('Kata sandi').fill(password)
    await page.getByRole('button', { name: 'Masuk' }).click()
    await page.waitForURL(`${url}${pageOf(bill)}`)
    await page.getByRole('rowheader', { name: LINE }).waitFor()
    expect(await page.content()).not.toContain(SECRET_NOTES)
    await page.goto('/masuk')
    await page.getByRole('button', { name: 'Keluar' }).click()
    await page.getByLabel('E-mail').waitFor()
  })
  await onPhone(async (page) => {
    await signIn(page, clinic.other.email, clinic.other.password)
    await page.getByText('Rincian pemeriksaan hanya ditampilkan kepada pasiennya.').waitFor()
    expect(await page.content()).not.toContain(LINE)
  })
})

it.each(['light', 'dark'] as const)(
  'is readable by all, and moves nothing (%s)',
  async (scheme) => {
    const bill = await clinic.examine()
    const cookie = { name: 'payload-token', value: clinic.patient.token, url }
    for (const width of [360, 820, 1280]) {
      const viewport = { width, height: 800 }
      await onPhone(
        async (page) => {
          for (const isPatient of [false, true]) {
            if (isPatient) await page.context().addCookies([cookie])
            for (const path of [pageOf(bill), `${pageOf(bill)}/confirmation`, '/masuk']) {
              await page.goto(path, { waitUntil: 'networkidle' })
              expect(await graveFaults(page)).toEqual([])
              expect([path, await isTooWide(page)]).toEqual([path, false])
              expect([path, await layoutShift(page)]).toEqual([path, 0])
            }
          }
        },
        { viewport, colorScheme: scheme },
      )
    }
  },
)

it('lets a cashier find a bill, take cash for it, and print', async () => {
  const bill = await clinic.examine()
  const number = `PMR-${String(bill.number).padStart(4, '0')}`
  await visit({ browser, url }, async (page) => {
    await enter(page, clinic.cashier)
    await open(page, '/admin/tagihan')
    for (const theme of ['light', 'dark'] as const) {
      await wear(page, theme)
      await page.getByRole('link', { name: number }).waitFor()
      expect(await graveFaults(page)).toEqual([])
    }
    await page.getByRole('searchbox').fill('Citra')
    await page.getByRole('link', { name: number }).waitFor()
    await page.getByRole('searchbox').fill(number)
    await page.getByRole('button', { name: `Terima pembayaran ${number}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/^Uang diterima/).fill('200000')
    await dialog.getByText('Kembalian: Rp 25.000').waitFor()
    expect(await graveFaults(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Terima pembayaran' }).click()
    await toast(page, `Pembayaran ${number} diterima.`).waitFor()
    await page.getByText('Tidak ada tagihan belum dibayar yang cocok').waitFor()

    await open(page, '/admin/collections/pemeriksaan')
    await page.getByRole('link', { name: number }).click()
    await page.waitForURL(`${url}/admin/collections/pemeriksaan/${bill.id}`)
    await page.getByRole('status').getByText('Lunas').waitFor()
    const typeOf = async (file: string) => (await fetch(file)).headers.get('Content-Type')
    for (const name of ['Cetak struk', 'Faktur PDF']) {
      const path = (await page.getByRole('link', { name }).getAttribute('href')) ?? ''
      expect([name, await page.evaluate(typeOf, path)]).toEqual([name, 'application/pdf'])
    }
    expect(await page.content()).not.toContain(SECRET_NOTES)
  })
  expect(await isPaid(bill)).toBe(true)
})

it('lets the desk end an online payment, and hand the link to the patient', async () => {
  const bill = await clinic.examine()
  await clinic.call('POST', '/payment', { pemeriksaan_id: bill.id }, '')
  await visit({ browser, url }, async (page) => {
    await enter(page, clinic.cashier)
    await open(page, `/admin/collections/pemeriksaan/${bill.id}`)
    expect(await page.getByLabel('Tautan pembayaran pasien').inputValue()).toBe(
      `${url}${pageOf(bill)}`,
    )
    await page.getByText('Kode QR').click()
    await page.getByRole('img', { name: 'Kode QR' }).waitFor()
    await page.getByText(/^Sedang dibayar daring/).waitFor()
    await page.getByRole('button', { name: 'Akhiri pembayaran daring' }).click()
    await toast(page, 'Pembayaran daring diakhiri.').waitFor()
    await page.getByText(/^Sedang dibayar daring/).waitFor({ state: 'detached' })
  })
  expect(await isPaid(bill)).toBe(false)
})

it('lets a doctor bill somebody new, and shows the total as it grows', async () => {
  const stranger = await clinic.makePerson('patient', 'Eka Putri', 'eka@example.test')
  await visit({ browser, url }, async (page) => {
    await enter(page, clinic.doctor)
    await open(page, '/admin/collections/pemeriksaan/create')
    await page.locator('#field-patientContact').fill(stranger.email)
    const type = async (index: number, name: string, price: string, quantity: string) => {
      await page.getByRole('button', { name: 'Tambah Baris' }).click()
      await page.locator(`#field-items__${index}__name`).fill(name)
      await page.locator(`#field-items__${index}__price`).fill(price)
      await page.locator(`#field-items__${index}__quantity`).fill(quantity)
    }
    await type(0, LINE, '125000', '1')
    await type(1, 'Cek gula darah', '25000', '2')
    await page.getByText('Cek gula darah · Rp 50.000').waitFor()
    await expect.poll(async () => page.locator('#field-total').inputValue()).toBe('Rp 175.000')
    await save(page)
    await page.getByRole('heading', { name: /^PMR-\d{4}$/ }).waitFor()
    await page.getByLabel('Tautan pembayaran pasien').waitFor()
  })
  const { docs } = await clinic.call<{ docs: { patient: number; total: number }[] }>(
    'GET',
    '/pemeriksaan?sort=-number&limit=1&depth=0',
  )
  expect(docs[0]).toMatchObject({ patient: stranger.id, total: 175_000 })
})
