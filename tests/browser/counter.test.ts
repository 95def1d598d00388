import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

import type { Obat, Order } from '@/payload-types'

import { openBrowser, visit } from '../support/browser'
import type { House, Person } from './house'
import { openHouse } from './house'
import { open, signIn } from './panel'

const BARCODE = '8991234567890'

let browser: Browser
let house: House
let url: string
let cashier: Person
let paracetamol: number
let amoxicillin: number

const makeObat = async (data: Record<string, unknown>, stock: number): Promise<number> => {
  const { doc } = await house.call<{ doc: { id: number } }>('POST', '/obat', data)
  const movement = { obat: doc.id, kind: 'receipt', quantity: stock }
  await house.call('POST', '/stock-movements', movement)
  return doc.id
}

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse('counter')
  url = house.server.url
  await house.makePerson('admin', 'Ayu Lestari')
  cashier = await house.makePerson('cashier', 'Budi Santoso')
  const tablet = { name: 'Paracetamol 500 mg', barcode: BARCODE, sku: 'PCT-500', unit: 'strip' }
  paracetamol = await makeObat({ ...tablet, price: 4500 }, 100)
  await makeObat({ name: 'Paracetamol sirup 60 ml', sku: 'PCT-SYR', price: 12_000 }, 5)
  const capsule = { name: 'Amoxicillin 500 mg', sku: 'AMX-500', drugClass: 'keras', price: 8000 }
  amoxicillin = await makeObat(capsule, 3)
})
afterAll(async () => {
  await browser?.close()
  await house?.server.stop('SIGKILL')
})

let sold = 0
const ordersNow = async (): Promise<number> =>
  (await house.call<{ totalDocs: number }>('GET', '/orders?limit=1')).totalDocs
beforeEach(async () => {
  sold = await ordersNow()
})

const lastOrder = async (): Promise<Order> => {
  const { docs } = await house.call<{ docs: Order[] }>('GET', '/orders?limit=1&sort=-id&depth=0')
  return docs[0] as Order
}
const stockOf = async (obat: number): Promise<number> =>
  (await house.call<Obat>('GET', `/obat/${obat}`)).stock ?? 0

const search = (page: Page) => page.getByRole('combobox')
const received = (page: Page) => page.getByRole('textbox', { name: 'Uang diterima' })
const line = (page: Page, name: string) => page.getByRole('row', { name })

/** What a scanner does: types fast, and presses Enter. */
const scan = async (page: Page, code: string): Promise<void> => {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

const atCounter = async (page: Page): Promise<void> => {
  await signIn(page, cashier)
  await page.waitForURL((address) => address.pathname === '/admin')
  await open(page, '/admin/counter')
}

it('sells by scanner and keyboard alone: scan, quantity, cash, change, receipt, next', async () => {
  const before = await stockOf(paracetamol)
  await visit({ browser, url }, async (page) => {
    await atCounter(page)
    await scan(page, BARCODE)
    await scan(page, BARCODE)
    const row = line(page, 'Paracetamol 500 mg')
    await expect.poll(() => row.getByRole('textbox').inputValue()).toBe('2')
    await row.getByRole('textbox').fill('3')
    await page.keyboard.press('Enter')
    await page.getByText('Rp 13.500').first().waitFor()

    // An empty field and Enter: everything is scanned.
    await page.keyboard.press('Enter')
    await page.keyboard.type('50000')
    expect(await received(page).inputValue()).toBe('50.000')
    await page.getByText('Rp 36.500').waitFor()
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { name: /Terjual: Order #\d+/ }).waitFor()
    await page.getByRole('definition').filter({ hasText: 'Rp 36.500' }).waitFor()
    const order = await lastOrder()
    expect(order).toMatchObject({
      status: 'completed',
      paymentStatus: 'paid',
      paymentMethod: 'cash',
      totalPrice: 13_500,
      cashReceived: 50_000,
      paidBy: cashier.id,
    })
    const receipt = page.getByRole('article', { name: `Struk Order #${order.id}` }).first()
    await receipt.getByText('Paracetamol 500 mg').waitFor()

    await page.keyboard.press('Enter')
    await page.getByText('Belum ada barang').waitFor()
    await scan(page, 'PCT-SYR')
    await line(page, 'Paracetamol sirup 60 ml').waitFor()
  })
  expect(await ordersNow()).toBe(sold + 1)
  expect(await stockOf(paracetamol)).toBe(before - 3)
})

it('prints the receipt on one strip of 80 mm, and nothing else', async () => {
  await visit({ browser, url }, async (page) => {
    await atCounter(page)
    await scan(page, 'PCT-500')
    await line(page, 'Paracetamol 500 mg').waitFor()
    await page.keyboard.press('F8')
    await page.keyboard.press('F9')
    const receipt = page.getByRole('article', { name: /Struk Order/ }).first()
    await receipt.waitFor()
    const { id } = await lastOrder()

    const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const pages = [...file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
    expect(pages).toHaveLength(1)
    const [width, height] = (pages[0] ?? []).slice(1).map((points) => (Number(points) / 72) * 25.4)
    expect(width).toBeCloseTo(80, 0)
    const onScreen = (await receipt.boundingBox())?.height ?? 0
    expect(Math.abs((height ?? 0) - (onScreen / 96) * 25.4)).toBeLessThan(5)

    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button').count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })

    for (const [link, verb, name] of [
      ['Struk PDF', 'receipt', 'struk'],
      ['Faktur PDF', 'invoice', 'faktur'],
    ]) {
      const isPdf = (address: string) => address.endsWith(`/api/orders/${id}/${verb}`)
      const [pdf] = await Promise.all([
        page.context().waitForEvent('response', (response) => isPdf(response.url())),
        page.getByRole('link', { name: link ?? '' }).click(),
      ])
      expect([verb, pdf.status()]).toEqual([verb, 200])
      expect(pdf.headers()['content-disposition']).toBe(`inline; filename="${name}-${id}.pdf"`)
    }
  })
})

it('finds by words, chosen by arrows', async () => {
  await visit({ browser, url }, async (page) => {
    await atCounter(page)
    await search(page).fill('paracet')
    await page.getByRole('option').nth(1).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await line(page, 'Paracetamol sirup 60 ml').waitFor()
    expect(await search(page).inputValue()).toBe('')

    await scan(page, '0000000000000')
    await page.getByText('Tidak ditemukan: 0000000000000').waitFor()
    expect(await search(page).inputValue()).toBe('0000000000000')
  })
})

it('never takes what was marked for an earlier text', async () => {
  await visit({ browser, url }, async (page) => {
    await atCounter(page)
    // Two fit: the first is marked, and waits to be chosen.
    await scan(page, 'paracet')
    await page.getByRole('option', { selected: true }).waitFor()
    await scan(page, 'AMX-500')
    await line(page, 'Amoxicillin 500 mg').waitFor()
    expect(await line(page, 'Paracetamol').count()).toBe(0)
  })
})

it('keeps the basket through a reload', async () => {
  await visit({ browser, url }, async (page) => {
    await atCounter(page)
    await scan(page, BARCODE)
    await line(page, 'Paracetamol 500 mg').waitFor()
    await page.getByRole('textbox', { name: 'Nama pembeli' }).fill('Siti')
    await page.reload({ waitUntil: 'networkidle' })
    await line(page, 'Paracetamol 500 mg').waitFor()
    expect(await page.getByRole('textbox', { name: 'Nama pembeli' }).inputValue()).toBe('Siti')
  })
})

it('asks for the prescription, and shows what the server refuses, losing nothing', async () => {
  const expectRefused = ['POST /api/orders/counter-sale 400']
  await visit({ browser, url, expectRefused }, async (page) => {
    await atCounter(page)
    await scan(page, 'AMX-500')
    await line(page, 'Amoxicillin 500 mg').getByRole('textbox').fill('3')
    await page.keyboard.press('F8')
    await page.keyboard.press('F9')
    await page.getByText('Centang bahwa resep sudah dilihat').waitFor()
    await page.getByRole('checkbox', { name: 'Resep sudah dilihat' }).check()

    // Somebody else is quicker.
    await house.call('POST', '/orders', {
      items: [{ obat: amoxicillin, quantity: 1 }],
      prescriptionSeen: true,
    })
    await page.keyboard.press('F9')
    await page.getByRole('alert').filter({ hasText: 'Stok tidak mencukupi' }).waitFor()
    await line(page, 'Amoxicillin 500 mg').getByText('Stok tinggal 2').waitFor()
    expect(await received(page).inputValue()).toBe('24.000')
    expect(await stockOf(amoxicillin)).toBe(2)

    await page.getByRole('button', { name: 'Kurangi: Amoxicillin 500 mg' }).click()
    await page.keyboard.press('F9')
    await page.getByRole('heading', { name: /Terjual/ }).waitFor()
  })
  expect(await stockOf(amoxicillin)).toBe(0)
})

it('takes QRIS when the cashier has seen it', async () => {
  await visit({ browser, url }, async (page) => {
    await atCounter(page)
    await scan(page, BARCODE)
    await line(page, 'Paracetamol 500 mg').waitFor()
    await page.getByRole('radio', { name: 'QRIS' }).check({ force: true })
    await page.keyboard.press('F9')
    await page.getByText('Centang bahwa pembayaran QRIS sudah diterima.').waitFor()
    await page.getByRole('checkbox', { name: 'Pembayaran QRIS sudah diterima' }).check()
    await page.keyboard.press('F9')
    await page.getByRole('heading', { name: /Terjual/ }).waitFor()
  })
  expect(await lastOrder()).toMatchObject({ paymentMethod: 'qris', cashReceived: null })
})

it('asks again after a lost answer, through a reload, and sells once', async () => {
  const expectRefused = Array.from({ length: 3 }, () => 'POST /api/orders/counter-sale 502')
  await visit({ browser, url, expectRefused }, async (page) => {
    await atCounter(page)
    await scan(page, BARCODE)
    await line(page, 'Paracetamol 500 mg').waitFor()
    await page.keyboard.press('F8')
    // The sale arrives; its answer is lost on the way.
    await page.route('**/api/orders/counter-sale', async (route) => {
      await route.fetch()
      await route.fulfill({ status: 502, body: 'Bad Gateway' })
    })
    await page.keyboard.press('F9')
    const again = page.getByRole('button', { name: 'Periksa lagi' })
    await again.waitFor()
    expect(await ordersNow()).toBe(sold + 1)

    await page.unroute('**/api/orders/counter-sale')
    await page.reload({ waitUntil: 'networkidle' })
    await again.click()
    const { id } = await lastOrder()
    await page.getByRole('heading', { name: `Terjual: Order #${id}` }).waitFor()
  })
  expect(await ordersNow()).toBe(sold + 1)
})

it('prints from the page of an order too', async () => {
  const { id } = await lastOrder()
  await visit({ browser, url }, async (page) => {
    await atCounter(page)
    await page.addInitScript(() => {
      window.print = () => {
        document.title = 'printing'
      }
    })
    await open(page, `/admin/collections/orders/${id}`)
    await page.getByRole('button', { name: 'Cetak struk' }).click()
    await expect.poll(() => page.title()).toBe('printing')
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('article', { name: `Struk Order #${id}`, includeHidden: true }).waitFor()
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    const printed = page.getByRole('article', { includeHidden: true })
    await expect.poll(() => printed.count()).toBe(0)
  })
})

it('takes a sale back that was a mistake, and asks why', async () => {
  const { id } = await lastOrder()
  await visit({ browser, url }, async (page) => {
    await atCounter(page)
    await open(page, `/admin/collections/orders/${id}`)
    await page.locator('#field-status', { hasText: 'Selesai' }).waitFor()
    await page.getByRole('button', { name: 'Batalkan order' }).click()
    await page.getByRole('dialog').getByLabel('Alasan').fill('Salah obat')
    await page.keyboard.press('Enter')
    await page.locator('#field-status', { hasText: 'Dibatalkan' }).waitFor()
  })
  expect(await lastOrder()).toMatchObject({ status: 'cancelled', cancelReason: 'Salah obat' })
})

it('says on a public page that a paper is genuine, and nothing else', async () => {
  const { id, totalPrice } = await lastOrder()
  const { proofUrl } = await house.call<{ proofUrl: string }>('GET', `/orders/${id}/paper`)
  const path = new URL(proofUrl).pathname
  const expectRefused = [`GET ${path}x 404`, 'GET /asli/apa-saja 404']
  await visit({ browser, url, expectRefused }, async (page) => {
    await open(page, path)
    await page.getByRole('heading', { name: 'Dokumen ini asli' }).waitFor()
    const shown = await page.locator('body').innerText()
    for (const secret of [`#${id}`, String(totalPrice), 'Budi', 'Paracetamol', 'Rp']) {
      expect([secret, shown.includes(secret)]).toEqual([secret, false])
    }
    expect(await page.locator('meta[name=robots]').first().getAttribute('content')).toContain(
      'noindex',
    )

    const texts: string[] = []
    for (const unknown of [`${path}x`, '/asli/apa-saja']) {
      await open(page, unknown)
      await page.getByRole('heading', { name: 'Dokumen tidak dikenal' }).waitFor()
      texts.push(await page.locator('body').innerText())
    }
    expect(texts[0]).toBe(texts[1])
  })
})

it('is closed to who does not sell', async () => {
  const doctor = await house.makePerson('doctor', 'dr. Citra')
  await visit({ browser, url, expectRefused: ['GET /admin/counter 404'] }, async (page) => {
    await signIn(page, doctor)
    await page.waitForURL((address) => address.pathname === '/admin')
    expect(await page.getByRole('link', { name: 'Penjualan konter' }).count()).toBe(0)
    await open(page, '/admin/counter')
    expect(await page.getByRole('combobox').count()).toBe(0)
  })
})
