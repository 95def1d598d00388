import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'

import type { Order } from '@/payload-types'

import { openBrowser, visit } from '../support/browser'
import type { House, Person } from './house'
import { openHouse } from './house'
import { enter, open, signIn, toast } from './panel'

let browser: Browser
let house: House
let url: string
let obat: number
let cashier: Person
let second: Person
let patient: Person
const placed: number[] = []

beforeAll(async () => {
  browser = await openBrowser()
  house = await openHouse('desk')
  url = house.server.url
  await house.makePerson('admin', 'Ayu Lestari')
  cashier = await house.makePerson('cashier', 'Budi Santoso')
  second = await house.makePerson('cashier', 'Citra Dewi', 'kasir2@example.test')
  patient = await house.makePerson('patient', 'Gita Permata')
  const { doc } = await house.call<{ doc: { id: number } }>('POST', '/obat', {
    name: 'Vitamin C 500 mg',
    price: 12_500,
    unit: 'strip',
  })
  obat = doc.id
  await house.call('POST', '/stock-movements', { obat, kind: 'receipt', quantity: 500 })
})
afterAll(async () => {
  await browser?.close()
  await house?.server.stop('SIGKILL')
})
// Each test begins with an empty queue.
afterEach(async () => {
  for (const id of placed.splice(0)) {
    const { status } = await readOrder(id)
    if (status === 'pending') await house.call('POST', `/orders/${id}/cancel`, { reason: 'uji' })
  }
})

const readOrder = async (id: number): Promise<Order> =>
  house.call<Order>('GET', `/orders/${id}?depth=0`)

/** An order of the patient's, of two strips, at Rp 25.000. */
const order = async (paymentMethod: string, paymentDetails?: object): Promise<number> => {
  const body = { items: [{ obat, quantity: 2 }], paymentMethod, paymentDetails }
  const { doc } = await house.call<{ doc: Order }>('POST', '/orders', body, patient.token)
  placed.push(doc.id)
  return doc.id
}

const sendProof = async (id: number): Promise<void> => {
  const picture = await sharp({
    create: { width: 600, height: 900, channels: 3, background: '#0b6e5b' },
  })
    .jpeg()
    .toBuffer()
  const proof = new FormData()
  proof.set('payment_proof', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }))
  await house.call('POST', `/apotek/orders/${id}/notify-payment`, proof, patient.token)
}

const pane = (page: Page, id: number): Locator =>
  page.getByRole('article', { name: `Order #${id}`, exact: true })
const inQueue = (page: Page, id: number): Locator =>
  page.getByRole('option', { name: new RegExp(`^#${id}\\D`) })
/** Until the order may be confirmed: what has just come up waits a moment for eyes to follow. */
const ready = async (page: Page, id: number): Promise<void> =>
  pane(page, id).locator('button[aria-keyshortcuts="Enter"][aria-disabled="false"]').waitFor()

it('takes three actions from the login to a confirmed payment', async () => {
  const [first, next] = [await order('bank_transfer'), await order('qris')]
  await visit({ browser, url }, async (page) => {
    await enter(page, cashier)
    await pane(page, first).getByText('Rp 25.000').first().waitFor()
    expect(await page.title()).toMatch(/^\(2\) /)
    await pane(page, first).getByRole('button', { name: 'Konfirmasi pembayaran' }).click()
    await toast(page, `Pembayaran order #${first} dikonfirmasi.`).waitFor()
    expect(await readOrder(first)).toMatchObject({ paymentStatus: 'paid', paidBy: cashier.id })
    // The next one comes up by itself, and is not confirmed with it.
    await pane(page, next).waitFor()
    await inQueue(page, first).waitFor({ state: 'detached' })
    expect(await readOrder(next)).toMatchObject({ paymentStatus: 'pending' })
    await page.getByRole('navigation').getByText('1', { exact: true }).waitFor()
  })
})

it('shows a new order without being asked, and leaves the shown one where it is', async () => {
  await visit({ browser, url }, async (page) => {
    await enter(page, cashier)
    await page.getByRole('heading', { name: 'Tidak ada pembayaran yang menunggu' }).waitFor()
    const first = await order('bank_transfer')
    await pane(page, first).waitFor()
    const next = await order('bank_transfer')
    await inQueue(page, next).waitFor()
    await pane(page, first).waitFor()
    await sendProof(first)
    await pane(page, first)
      .getByRole('img', { name: `Bukti pembayaran order #${first}` })
      .waitFor()
  })
})

it('works by keyboard alone', async () => {
  const [first, middle, last] = [await order('qris'), await order('qris'), await order('cod')]
  await visit({ browser, url }, async (page) => {
    await enter(page, cashier)
    await ready(page, first)
    await page.keyboard.press('j')
    await pane(page, middle).waitFor()
    await page.keyboard.press('ArrowDown')
    await pane(page, last).waitFor()
    await page.keyboard.press('k')
    await ready(page, middle)
    await page.keyboard.press('Enter')
    await toast(page, `Pembayaran order #${middle} dikonfirmasi.`).waitFor()
    await ready(page, last)
    await page.keyboard.press('s')
    await toast(page, `Order #${last} selesai.`).waitFor()

    await page.keyboard.press('/')
    await page.keyboard.type(`#${middle}`)
    await page.keyboard.press('Enter')
    await pane(page, middle).getByText('Dibayar, diterima Budi Santoso').waitFor()
    await ready(page, middle)
    await page.keyboard.press('Enter')
    await toast(page, `Order #${middle} selesai.`).waitFor()
    await pane(page, middle).getByText('Selesai', { exact: true }).waitFor()
  })
  expect(await readOrder(first)).toMatchObject({ paymentStatus: 'pending' })
  expect(await readOrder(middle)).toMatchObject({ status: 'completed', paidBy: cashier.id })
  expect(await readOrder(last)).toMatchObject({ status: 'completed', paymentStatus: 'paid' })
})

it('refuses a proof with a reason, and cancels with one', async () => {
  const id = await order('bank_transfer')
  await sendProof(id)
  await visit({ browser, url }, async (page) => {
    await enter(page, cashier)
    await ready(page, id)
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Gambar buram' }).click()
    await dialog.getByRole('button', { name: 'Tolak bukti' }).click()
    await pane(page, id).getByText('Bukti sebelumnya ditolak: Gambar buram').waitFor()
    await pane(page, id).getByText('Belum ada bukti pembayaran').waitFor()

    await ready(page, id)
    await page.keyboard.press('x')
    await dialog.getByLabel('Alasan').fill('Pembeli salah pesan')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await readOrder(id)).toMatchObject({ status: 'pending', rejectReason: 'Gambar buram' })

    await page.keyboard.press('x')
    await dialog.getByLabel('Alasan').fill('Pembeli salah pesan')
    await page.keyboard.press('Enter')
    await toast(page, `Order #${id} dibatalkan.`).waitFor()
    await page.getByRole('heading', { name: 'Tidak ada pembayaran yang menunggu' }).waitFor()
  })
  const cancelReason = 'Pembeli salah pesan'
  expect(await readOrder(id)).toMatchObject({ status: 'cancelled', cancelReason })
})

it('shows the proof beside the lines, large if need be, and sounds the alarm at another amount', async () => {
  const id = await order('bank_transfer', { bank: 'BCA', jumlah: 'Rp 20.000' })
  const fine = await order('bank_transfer', { bank: 'BCA', amount: '25.000' })
  await sendProof(id)
  await visit({ browser, url }, async (page) => {
    await enter(page, cashier)
    const alarm = pane(page, id).getByRole('alert')
    expect(await alarm.innerText()).toContain('Nominal berbeda dari total!')
    expect(await alarm.innerText()).toContain('kurang Rp 5.000')

    const frame = pane(page, id).getByRole('application')
    const scale = async () => Number(await frame.getAttribute('data-scale'))
    await expect.poll(async () => frame.locator('img').evaluate(isLoaded)).toBe(true)
    await frame.click()
    await expect.poll(scale).toBeGreaterThan(2)
    await page.keyboard.press('0')
    await expect.poll(scale).toBe(1)
    await page.keyboard.press('+')
    await frame.hover()
    await page.mouse.wheel(0, -100)
    await expect.poll(scale).toBeCloseTo(1.96)

    await inQueue(page, fine).click()
    await pane(page, fine).waitFor()
    expect(await page.getByRole('alert').filter({ hasText: 'Nominal' }).count()).toBe(0)
  })
})

const isLoaded = (image: Element): boolean => (image as HTMLImageElement).naturalWidth > 0

it('reckons the change of cash', async () => {
  const id = await order('cash')
  await visit({ browser, url }, async (page) => {
    await enter(page, cashier)
    await page.getByRole('button', { name: /^Tunai & COD/ }).click()
    await ready(page, id)
    const received = page.getByLabel(/^Uang diterima/)
    await received.fill('20000')
    await page.getByText('Kurang: Rp 5.000').waitFor()
    await page.keyboard.press('Enter')
    await received.fill('50000')
    await page.getByText('Kembalian: Rp 25.000').waitFor()
    expect(await readOrder(id)).toMatchObject({ paidAt: null })
    await page.keyboard.press('Enter')
    await toast(page, `Pembayaran order #${id} dikonfirmasi.`).waitFor()
    await page.getByRole('button', { name: /^Serah terima/ }).click()
    await pane(page, id).getByRole('button', { name: 'Serahkan & selesaikan' }).waitFor()
  })
  expect(await readOrder(id)).toMatchObject({ paidBy: cashier.id, cashReceived: 50_000 })
})

it('notes that an order was paid in another way than it says', async () => {
  const id = await order('bank_transfer')
  await visit({ browser, url }, async (page) => {
    await enter(page, cashier)
    await ready(page, id)
    expect(await page.getByLabel(/^Uang diterima/).count()).toBe(0)
    await pane(page, id).getByText('Tunai', { exact: true }).click()
    await page.getByLabel(/^Uang diterima/).fill('30000')
    await page.keyboard.press('Enter')
    await toast(page, `Pembayaran order #${id} dikonfirmasi.`).waitFor()
  })
  expect(await readOrder(id)).toMatchObject({ paymentMethod: 'cash', cashReceived: 30_000 })
})

it('tells a second cashier what the first has done, and confirms no other order for it', async () => {
  const [first, next] = [await order('qris'), await order('qris')]
  await visit({ browser, url }, async (page) => {
    await enter(page, second)
    await ready(page, first)
    await house.call('POST', `/orders/${first}/confirm-payment`, {}, cashier.token)
    await pane(page, first).getByText('Order ini sudah ditangani di tempat lain.').waitFor()
    await pane(page, first).getByText('Dibayar, diterima Budi Santoso').waitFor()
    // The same press would now have confirmed the next one.
    await page.keyboard.press('Enter')
    await ready(page, next)
    expect(await readOrder(next)).toMatchObject({ paymentStatus: 'pending' })
  })
})

it('takes it kindly when two confirm at once', async () => {
  const [first, next] = [await order('qris'), await order('qris')]
  const expectRefused = [`POST /api/orders/${first}/confirm-payment 400`]
  await visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, second)
    await ready(page, first)
    // News travels slowly: the queue still shows what the first cashier has just confirmed.
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/api/orders/desk?**', async (route) => {
      await held
      await route.continue()
    })
    await house.call('POST', `/orders/${first}/confirm-payment`, {}, cashier.token)
    await page.keyboard.press('Enter')
    await toast(page, `Order #${first} sudah ditangani lebih dulu.`).waitFor()
    release()
    await pane(page, next).waitFor()
    await inQueue(page, first).waitFor({ state: 'detached' })
  })
  expect(await readOrder(first)).toMatchObject({ paidBy: cashier.id })
  expect(await readOrder(next)).toMatchObject({ paymentStatus: 'pending' })
})

it('confirms one order for a press that is doubled, or comes before the next has been seen', async () => {
  const [first, next] = [await order('qris'), await order('qris')]
  await visit({ browser, url }, async (page) => {
    await page.clock.install()
    await enter(page, cashier)
    await ready(page, first)
    // From here on no time passes: the next order stays as new as it is.
    await page.clock.pauseAt(Date.now() + 60_000)
    await pane(page, first).getByRole('button', { name: 'Konfirmasi pembayaran' }).dblclick()
    await pane(page, next).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('x')
    await page.clock.resume()
    await ready(page, next)
    expect(await page.getByRole('dialog').count()).toBe(0)
  })
  expect(await readOrder(first)).toMatchObject({ paymentStatus: 'paid' })
  expect(await readOrder(next)).toMatchObject({ paymentStatus: 'pending' })
})

it('is for cashiers and admins', async () => {
  const expectRefused = ['GET /admin/desk 404']
  await visit({ browser, url, expectRefused }, async (page) => {
    await signIn(page, patient)
    await page.getByRole('heading', { name: 'Akun ini tidak memiliki akses ke panel.' }).waitFor()
    await open(page, '/admin/desk')
    expect(await page.getByText('Meja kasir').count()).toBe(0)
  })
  const doctor = await house.makePerson('doctor', 'dr. Dian')
  await visit({ browser, url, expectRefused }, async (page) => {
    await enter(page, doctor)
    await open(page, '/admin/desk')
    await page.getByRole('heading', { name: 'Tidak ada yang ditemukan' }).waitFor()
  })
})
