import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { createGateway } from '@/plugins/payments/gateway/createGateway'
import type { Gateway } from '@/plugins/payments/gateway/gateway'
import type { RunningSimulator } from '@/simulators/midtrans'
import { startSimulator } from '@/simulators/midtrans'

import { openBrowser, visit } from '../support/browser'

const SERVER_KEY = 'SB-Mid-server-simulator'

let browser: Browser
let simulator: RunningSimulator
let gateway: Gateway
let shopUrl: string

const shop = createServer((request, answer) => {
  answer.setHeader('Content-Type', 'text/html; charset=utf-8')
  answer.end(`<!doctype html><link rel="icon" href="data:,"><title>Toko</title><p>${request.url}`)
})

beforeAll(async () => {
  browser = await openBrowser()
  shop.listen(0, '127.0.0.1')
  await once(shop, 'listening')
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
  simulator = await startSimulator({ port: 0, serverKey: SERVER_KEY, notificationUrl: null })
  gateway = createGateway({
    serverKey: SERVER_KEY,
    clientKey: '',
    isProduction: false,
    baseUrl: simulator.url,
  })
})
afterAll(async () => {
  await browser?.close()
  await simulator?.stop()
  shop.closeAllConnections()
  shop.close()
})

const order = (gatewayOrderId: string) => ({
  gatewayOrderId,
  amount: 200_000,
  lines: [{ id: 'kursus', name: 'Manajemen Keuangan Masjid', price: 250_000, quantity: 1 }],
  customer: { name: 'Siti Aminah', email: 'siti@example.com', phone: '08123456789' },
  expiresAt: new Date(Date.now() + 60 * 60_000),
})

const press = async (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click()
const said = async (page: Page, text: string): Promise<void> =>
  page.getByRole('status').getByText(text).waitFor()

it('lets somebody choose, be refused, pay by another method, and go back to the shop', async () => {
  const { redirectUrl } = await gateway.createPage({
    ...order('INV-CRS-2026-0001'),
    channels: ['bsi', 'gopay', 'qris'],
    finishUrl: `${shopUrl}/selesai`,
  })
  await visit({ browser, url: simulator.url, elsewhere: [shopUrl] }, async (page) => {
    await page.goto(redirectUrl)
    await page.getByRole('heading', { name: 'Rp 200.000' }).waitFor()
    await press(page, 'QRIS')
    await page.getByRole('img', { name: 'Kode QR pembayaran' }).waitFor()
    await press(page, 'Tolak pembayaran')
    await said(page, 'Pembayaran ditolak')
    await press(page, 'BSI Virtual Account')
    await page.getByText('Nomor virtual account').waitFor()
    await press(page, 'Bayar')
    await said(page, 'Pembayaran berhasil')
    await page.getByRole('link', { name: 'Kembali ke toko' }).click()
    await page.waitForURL(
      `${shopUrl}/selesai?order_id=INV-CRS-2026-0001&status_code=200&transaction_status=settlement`,
    )
  })
  expect(await gateway.status('INV-CRS-2026-0001')).toMatchObject({
    status: 'settlement',
    channel: 'bsi',
  })
})

it('finds a charge in the list, pays it and gives the money back', async () => {
  await gateway.charge({ ...order('INV-CRS-2026-0002'), method: 'E_WALLET', channel: 'gopay' })
  await visit({ browser, url: simulator.url }, async (page) => {
    await page.goto('/')
    await page.getByRole('link', { name: 'INV-CRS-2026-0002' }).click()
    await press(page, 'Bayar')
    await said(page, 'Pembayaran berhasil')
    await press(page, 'Kembalikan dana')
    await said(page, 'Dana dikembalikan')
    await page.goto('/simulator')
    expect(await page.locator('body').innerText()).toContain('"transaction_status":"refund"')
  })
  expect(await gateway.status('INV-CRS-2026-0002')).toMatchObject({ refundedAmount: 200_000 })
})
