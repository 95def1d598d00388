import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import midtrans from 'midtrans-client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createGateway } from '@/plugins/payments/gateway/createGateway'
import { GatewayError } from '@/plugins/payments/gateway/gateway'

import type { RunningSimulator } from './index'
import { startSimulator } from './index'
import { qrString } from './qris'

const SERVER_KEY = 'SB-Mid-server-simulator'

type Notice = Record<string, string>

/** The shop: what it was notified of, and how it answers. */
let notices: Notice[] = []
/** What they said; they overtake each other, as they do in life. */
const toldStatuses = () => notices.map((notice) => notice.transaction_status).sort()
let agents: (string | undefined)[] = []
let answers: number[] = []
const shop = createServer((incoming, outgoing) => {
  let text = ''
  incoming.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  incoming.on('end', () => {
    notices.push(JSON.parse(text))
    agents.push(incoming.headers['user-agent'])
    outgoing.writeHead(answers.shift() ?? 200, { Location: '/elsewhere' }).end()
  })
})

let simulator: RunningSimulator
const started: RunningSimulator[] = []
let shopUrl: string
let count = 0
let order: string

/** A millionth: 2 minutes are 0.12 ms. */
const start = async (options: Partial<Parameters<typeof startSimulator>[0]> = {}) => {
  const running = await startSimulator({
    port: 0,
    serverKey: SERVER_KEY,
    notificationUrl: shopUrl,
    timeScale: 1e-6,
    ...options,
  })
  started.push(running)
  return running
}

const clientOf = (url: string, serverKey = SERVER_KEY) => {
  const options = { isProduction: false, serverKey, clientKey: '' }
  const core = new midtrans.CoreApi(options)
  const snap = new midtrans.Snap(options)
  core.apiConfig.getCoreApiBaseUrl = () => url
  snap.apiConfig.getSnapApiBaseUrl = () => `${url}/snap/v1`
  return { core, snap }
}
const gatewayOf = (url: string, timeoutMs = 5000) =>
  createGateway(
    { serverKey: SERVER_KEY, clientKey: '', isProduction: false, baseUrl: url },
    { timeoutMs },
  )

beforeAll(async () => {
  shop.listen(0, '127.0.0.1')
  await once(shop, 'listening')
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/notification`
  simulator = await start()
})
beforeEach(() => {
  count += 1
  order = `INV-CRS-2026-${String(count).padStart(4, '0')}`
  notices = []
  agents = []
  answers = []
})
afterEach(async () => {
  simulator.clearFaults()
  // What is still on its way would reach the next test.
  await simulator.notified()
})
afterAll(async () => {
  await Promise.all(started.map(async (running) => running.stop()))
  shop.closeAllConnections()
  shop.close()
})

const details = (more: object = {}) => ({
  transaction_details: { order_id: order, gross_amount: 200_000 },
  item_details: [
    { id: 'c', name: 'Kursus', price: 250_000, quantity: 1 },
    { id: 'd', name: 'Diskon', price: -50_000, quantity: 1 },
  ],
  customer_details: { first_name: 'Siti', email: 'siti@example.com' },
  ...more,
})
const va = (bank: string, more: object = {}) =>
  details({ payment_type: 'bank_transfer', bank_transfer: { bank }, ...more })
const charge = async (body: object) => clientOf(simulator.url).core.charge(body)
const page = async (body: object = details()) =>
  (await clientOf(simulator.url).snap.createTransaction(body)) as {
    token: string
    redirect_url: string
  }
const transaction = () => clientOf(simulator.url).core.transaction

const refusal = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => new Error('It succeeded'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(midtrans.MidtransError)
  const { httpStatusCode, ApiResponse } = error as InstanceType<typeof midtrans.MidtransError>
  return { code: httpStatusCode, answer: ApiResponse as Record<string, never> }
}

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${simulator.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    redirect: 'manual',
  })

const press = async (path: string, field: Record<string, string>) =>
  fetch(new URL(path, simulator.url), {
    method: 'POST',
    body: new URLSearchParams(field),
    redirect: 'manual',
  })

describe('Snap', () => {
  it('makes a page, again while no method was chosen, and not afterwards', async () => {
    const first = await page()
    expect(first.redirect_url).toBe(`${simulator.url}/snap/v4/redirection/${first.token}`)
    expect((await refusal(transaction().status(order))).code).toBe('404')
    const second = await page()
    expect(second.token).not.toBe(first.token)
    await press(`${first.redirect_url}/choose`, { payment: 'bni_va' })
    expect(await transaction().status(order)).toMatchObject({ transaction_status: 'pending' })
    const { code, answer } = await refusal(page())
    expect(code).toBe(400)
    expect(answer.error_messages).toEqual(['transaction_details.order_id sudah digunakan'])
  })

  it.each([
    [{ transaction_details: { gross_amount: 1 } }, 'order_id is required'],
    [{ transaction_details: { order_id: 'a b', gross_amount: 200_000 } }, 'invalid characters'],
    [{ transaction_details: { order_id: 'x'.repeat(51), gross_amount: 200_000 } }, 'too long'],
    [{ transaction_details: { order_id: 'x', gross_amount: 100_000 } }, 'not equal to the sum'],
    [{ transaction_details: { order_id: 'x', gross_amount: '200000' } }, 'not a number'],
    [{ item_details: [{ name: 'n'.repeat(51), price: 200_000, quantity: 1 }] }, 'too long'],
    [{ page_expiry: { unit: 'days', duration: 8 } }, '7 days'],
    [{ expiry: { unit: 'fortnight', duration: 1 } }, 'unit is invalid'],
    [{ expiry: { start_time: 'today', unit: 'minutes', duration: 1 } }, 'start_time'],
    [{ callbacks: { finish: 'javascript:alert(1)' } }, 'callbacks.finish'],
  ])('refuses %j', async (more, words) => {
    const { code, answer } = await refusal(page(details(more)))
    expect(code).toBe(400)
    expect(JSON.stringify(answer.error_messages)).toContain(words)
  })

  it('lets choose, refuse, choose again, pay and go home', async () => {
    const finish = 'http://shop.test/selesai?from=snap'
    const { redirect_url } = await page(
      details({ enabled_payments: ['bni_va', 'gopay'], callbacks: { finish } }),
    )
    const first = await (await fetch(redirect_url)).text()
    expect(first).toContain('BNI Virtual Account')
    expect(first).toContain('Rp 200.000')
    expect(first).not.toContain('ShopeePay')
    expect((await press(`${redirect_url}/choose`, { payment: 'bca_va' })).status).toBe(400)

    const chosen = await press(`${redirect_url}/choose`, { payment: 'gopay' })
    expect([chosen.status, chosen.headers.get('Location')]).toEqual([
      303,
      new URL(redirect_url).pathname,
    ])
    // A wide screen: the QR code is what is recorded.
    expect(simulator.look(order)).toMatchObject({ payment_type: 'qris' })
    await press(`${redirect_url}/act`, { action: 'deny' })
    expect(await (await fetch(redirect_url)).text()).toContain('Pembayaran ditolak')
    await press(`${redirect_url}/choose`, { payment: 'bni_va' })
    await press(`${redirect_url}/act`, { action: 'pay' })
    const paid = await (await fetch(redirect_url)).text()
    expect(paid).toContain('data-status="settlement"')
    expect(paid).toContain(
      `http://shop.test/selesai?from=snap&amp;order_id=${order}&amp;status_code=200&amp;transaction_status=settlement`,
    )
    expect((await press(`${redirect_url}/act`, { action: 'pay' })).status).toBe(412)
    await simulator.notified()
    expect(toldStatuses()).toEqual(['deny', 'pending', 'pending', 'settlement'])
  })

  it('writes what it was told as text', async () => {
    const item = { id: 'x', name: '<img src=x onerror=alert(1)>', price: 200_000, quantity: 1 }
    const { redirect_url } = await page(details({ item_details: [item] }))
    const answer = await fetch(redirect_url)
    const text = await answer.text()
    expect(text).toContain('&lt;img src=x')
    expect(text).not.toContain('<img src=x')
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  })

  it('takes nothing for a page or an order that is over', async () => {
    const start_time = '2026-01-01 00:00:00 +0700'
    const { redirect_url } = await page(
      details({ expiry: { start_time, unit: 'minutes', duration: 15 } }),
    )
    expect(await (await fetch(redirect_url)).text()).toContain('kedaluwarsa')
    expect((await press(`${redirect_url}/choose`, { payment: 'bni_va' })).status).toBe(412)
    await simulator.notified()
    expect(notices).toEqual([])
  })
})

describe('Core', () => {
  it.each([
    [va('bni'), { va_numbers: [{ bank: 'bni', va_number: expect.stringMatching(/^\d{16}$/) }] }],
    [va('permata'), { permata_va_number: expect.stringMatching(/^\d{16}$/) }],
    [
      { payment_type: 'echannel', echannel: { bill_info1: 'a', bill_info2: 'b' } },
      { biller_code: '70012', bill_key: expect.stringMatching(/^\d{12}$/) },
    ],
    [{ payment_type: 'qris' }, { qr_string: expect.stringMatching(/^000201.*6304[0-9A-F]{4}$/) }],
    [
      { payment_type: 'gopay' },
      {
        actions: [
          { name: 'generate-qr-code', method: 'GET', url: expect.any(String) },
          { name: 'deeplink-redirect', method: 'GET', url: expect.any(String) },
        ],
      },
    ],
    [
      { payment_type: 'shopeepay' },
      { actions: [{ name: 'deeplink-redirect', method: 'GET', url: expect.any(String) }] },
    ],
  ])('charges %j', async (body, expected) => {
    const made = await charge({ ...body, ...details() })
    expect(made).toMatchObject({
      status_code: '201',
      transaction_status: 'pending',
      gross_amount: '200000.00',
      currency: 'IDR',
      order_id: order,
      ...expected,
    })
    const { core } = clientOf(simulator.url)
    expect(await core.transaction.status(order)).toMatchObject({ transaction_status: 'pending' })
    expect((await refusal(charge({ ...body, ...details() }))).code).toBe('406')
  })

  it('shows every charge on a page where it is paid, with a QR code that is a picture', async () => {
    const made = (await charge(details({ payment_type: 'gopay' }))) as {
      actions: { url: string }[]
    }
    const [qr, deeplink] = made.actions as [{ url: string }, { url: string }]
    const picture = await fetch(qr.url)
    expect(picture.headers.get('Content-Type')).toBe('image/png')
    expect(await (await fetch(deeplink.url)).text()).toContain('Menunggu pembayaran')
    expect(deeplink.url).toBe(`${simulator.url}/simulator/pay/${order}`)
    await press(`${deeplink.url}/act`, { action: 'pay' })
    expect(await transaction().status(order)).toMatchObject({ transaction_status: 'settlement' })
    expect(await (await fetch(simulator.url)).text()).toContain(order)
  })

  it('refuses what the bank, the amount and the key are wrong for', async () => {
    expect((await refusal(charge(va('xyz')))).code).toBe('400')
    expect((await refusal(charge(details({ payment_type: 'bank_transfer' })))).code).toBe('400')
    expect((await refusal(charge(details({ payment_type: 'barter' })))).code).toBe('400')
    const { core, snap } = clientOf(simulator.url, 'SB-Mid-server-other')
    expect((await refusal(core.charge(va('bni')))).code).toBe(401)
    expect((await refusal(snap.createTransaction(details()))).code).toBe(401)
    expect((await refusal(core.transaction.status(order))).code).toBe(401)
    expect((await refusal(transaction().status(order))).code).toBe('404')
  })

  it('ends what is pending, and nothing else', async () => {
    await charge(va('bni'))
    expect(await transaction().expire(order)).toMatchObject({
      status_code: '407',
      transaction_status: 'expire',
    })
    expect(await transaction().status(order)).toMatchObject({ transaction_status: 'expire' })
    expect((await refusal(transaction().cancel(order))).code).toBe('412')
    order = `${order}~2`
    await charge(va('bni'))
    expect(await transaction().cancel(order)).toMatchObject({ transaction_status: 'cancel' })
    expect((await refusal(transaction().expire(order))).code).toBe('412')
    expect((await refusal(transaction().cancel('unknown'))).code).toBe('404')
  })

  it('expires by its own clock, and tells', async () => {
    await charge(va('bni', { custom_expiry: { expiry_duration: 1, unit: 'second' } }))
    await expect.poll(toldStatuses).toEqual(['expire', 'pending'])
    expect(await transaction().status(order)).toMatchObject({ status_code: '407' })
  })

  it('reviews what was challenged', async () => {
    for (const [verb, status] of [
      ['approve', 'capture'],
      ['deny', 'deny'],
    ] as const) {
      order = `${order}-${verb}`
      await charge(details({ payment_type: 'credit_card' }))
      expect((await refusal(transaction()[verb](order))).code).toBe('412')
      simulator.change(order, { transaction_status: 'capture', fraud_status: 'challenge' })
      expect(await transaction()[verb](order)).toMatchObject({ transaction_status: status })
    }
  })

  it('gives the first answer again for the same Idempotency-Key', async () => {
    const key = { 'Idempotency-Key': 'one', Authorization: basic() }
    const first = await (await post('/v2/charge', va('bni'), key)).json()
    expect(await (await post('/v2/charge', va('bni'), key)).json()).toEqual(first)
    const other = await (await post('/v2/charge', va('bca'), key)).json()
    expect(other).toMatchObject({ status_code: '400' })
    const long = { ...key, 'Idempotency-Key': 'x'.repeat(47) }
    expect(await (await post('/v2/charge', va('bni'), long)).json()).toMatchObject({
      status_code: '400',
    })
  })
})

const basic = () => `Basic ${Buffer.from(`${SERVER_KEY}:`).toString('base64')}`

describe('refunds', () => {
  const paid = async (payment_type: string, more: object = {}) => {
    await charge(details({ payment_type, ...more }))
    simulator.change(order, { transaction_status: 'settlement' })
  }
  const refund = async (refund_key: string, amount?: number) =>
    transaction().refund(order, { refund_key, amount, reason: 'Batal' })

  it('are made in parts, once for each key', async () => {
    await paid('qris')
    expect(await refund('a', 50_000)).toMatchObject({
      transaction_status: 'partial_refund',
      refund_amount: '50000.00',
    })
    expect((await refusal(refund('a', 50_000))).code).toBe('406')
    expect((await refusal(refund('b', 150_001))).code).toBe('414')
    expect(await refund('b')).toMatchObject({ transaction_status: 'refund' })
    expect(await transaction().status(order)).toMatchObject({
      transaction_status: 'refund',
      refund_amount: '200000.00',
      refunds: [
        { refund_key: 'a', refund_amount: '50000.00' },
        { refund_key: 'b', refund_amount: '150000.00' },
      ],
    })
    expect((await refusal(refund('c', 1))).code).toBe('412')
  })

  it('follow the rules of the method', async () => {
    await paid('bank_transfer', { bank_transfer: { bank: 'bni' } })
    expect((await refusal(refund('a'))).code).toBe('412')
    order = `${order}-s`
    await paid('shopeepay')
    expect((await refusal(refund('a', 1000))).code).toBe('414')
    expect(await refund('a')).toMatchObject({ transaction_status: 'refund' })
    order = `${order}-p`
    await charge(details({ payment_type: 'qris' }))
    expect((await refusal(refund('a'))).code).toBe('412')
  })
})

describe('notifications', () => {
  it('are signed over what they say, and say how it was paid', async () => {
    await charge(va('bni'))
    simulator.change(order, { transaction_status: 'settlement' })
    await simulator.notified()
    const paid = notices.find((notice) => notice.transaction_status === 'settlement')!
    expect(paid).toMatchObject({
      transaction_status: 'settlement',
      status_code: '200',
      payment_type: 'bank_transfer',
      order_id: order,
      gross_amount: '200000.00',
      currency: 'IDR',
      fraud_status: 'accept',
      transaction_time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      settlement_time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      va_numbers: [{ bank: 'bni', va_number: expect.any(String) }],
    })
    const settled = Date.parse(`${paid.settlement_time!.replace(' ', 'T')}+07:00`)
    expect(Math.abs(settled - Date.now())).toBeLessThan(60_000)
    const signed = `${order}200200000.00${SERVER_KEY}`
    expect(paid.signature_key).toBe(createHash('sha512').update(signed).digest('hex'))
    expect(gatewayOf(simulator.url).isSigned(paid)).toBe(true)
    expect(gatewayOf(simulator.url).isSigned({ ...paid, order_id: 'other' })).toBe(false)
    expect(agents).toEqual(['Veritrans', 'Veritrans'])
  })

  it.each([
    [200, 1],
    [204, 1],
    [301, 1],
    [302, 1],
    [303, 1],
    [500, 2],
    [400, 3],
    [404, 3],
    [503, 5],
    [403, 6],
    [502, 6],
  ])('that are answered %d are sent %d times', async (code, times) => {
    answers = Array.from({ length: 10 }, () => code)
    await charge(va('bni'))
    await simulator.notified()
    expect(notices).toHaveLength(times)
    expect(simulator.look(order).notifications).toEqual([
      {
        transaction_status: 'pending',
        answers: Array.from({ length: times }, () => code),
        due_at: null,
      },
    ])
  })

  it('are repeated, lost and out of order on demand', async () => {
    await charge(va('bni'))
    await simulator.notified()
    const path = `/simulator/${order}`
    await post(path, { transaction_status: 'settlement', notify: 0 })
    await post(path, { transaction_status: 'pending', notify: 1, delay_ms: 1000 })
    await post(path, { transaction_status: 'settlement', notify: 3 })
    await simulator.notified()
    expect(notices.map((notice) => notice.transaction_status)).toEqual([
      'pending',
      'settlement',
      'settlement',
      'settlement',
      'pending',
    ])
  })

  it('tell another method, amount and judgement on demand', async () => {
    await page()
    await post(`/simulator/${order}`, {
      transaction_status: 'capture',
      payment_type: 'credit_card',
      fraud_status: 'challenge',
      gross_amount: 1,
    })
    await simulator.notified()
    expect(notices).toEqual([
      expect.objectContaining({
        transaction_status: 'capture',
        payment_type: 'credit_card',
        fraud_status: 'challenge',
        gross_amount: '1.00',
        status_code: '201',
      }),
    ])
    expect(notices[0]).not.toHaveProperty('settlement_time')
  })
})

describe('faults', () => {
  const newCharge = () => ({
    gatewayOrderId: order,
    amount: 200_000,
    lines: [{ id: 'c', name: 'Kursus', price: 200_000, quantity: 1 }],
    customer: { name: 'Siti', email: 'siti@example.com', phone: null },
    expiresAt: new Date(Date.now() + 60 * 60_000),
    method: 'QRIS' as const,
    channel: 'qris',
  })
  const failure = async (promise: Promise<unknown>) =>
    promise.then(
      () => 'none',
      (error: unknown) => (error as GatewayError).failure,
    )

  it.each([
    { kind: 'timeout-after-acceptance', delay_ms: 0 },
    { kind: 'timeout-after-acceptance' },
    { kind: '500' },
    { kind: 'malformed' },
    { kind: 'slow', delay_ms: 60_000 },
  ] as const)('%j of one charge is overcome: charged once', async (fault) => {
    await post('/simulator/faults', { route: 'charge', ...fault })
    const { details: told, state } = await gatewayOf(simulator.url, 1000).charge(newCharge())
    expect(state.status).toBe('pending')
    expect(told.qr_string).toEqual(expect.any(String))
    expect(simulator.look(order)).toMatchObject({ transaction_id: state.gatewayId })
    await simulator.notified()
    expect(notices).toHaveLength(1)
  })

  it('tell apart what did not happen from what nobody knows', async () => {
    const gateway = gatewayOf(simulator.url, 1000)
    simulator.fault({ route: 'charge', kind: 'refuse' })
    expect(await failure(gateway.charge(newCharge()))).toBe('refused')
    simulator.fault({ route: '*', kind: '500', times: 3 })
    expect(await failure(gateway.charge(newCharge()))).toBe('unknown')
    const gone = await start()
    await gone.stop()
    expect(await failure(gatewayOf(gone.url).charge(newCharge()))).toBe('away')
    expect(() => simulator.look(order)).toThrow("doesn't exist")
  })

  it('are taken back', async () => {
    simulator.fault({ route: '*', kind: '500', times: 100 })
    await fetch(`${simulator.url}/simulator/faults`, { method: 'DELETE' })
    await charge(va('bni'))
    expect(await (await fetch(`${simulator.url}/simulator`)).json()).toMatchObject({ faults: [] })
  })
})

describe('our gateway', () => {
  const base = () => ({
    gatewayOrderId: order,
    amount: 200_000,
    lines: [{ id: 'c', name: 'Kursus', price: 250_000, quantity: 1 }],
    customer: { name: 'Siti', email: 'siti@example.com', phone: '+62 812 3456 789' },
    expiresAt: new Date(Date.now() + 60 * 60_000),
  })

  it('speaks with it from the first charge to the refund', async () => {
    const gateway = gatewayOf(simulator.url)
    expect(await gateway.status(order)).toBeNull()
    const charged = await gateway.charge({ ...base(), method: 'E_WALLET', channel: 'gopay' })
    expect(charged.details).toEqual({
      deeplink_url: `${simulator.url}/simulator/pay/${order}`,
      qr_url: expect.stringMatching(/\/qr-code$/),
    })
    expect(charged.state.expiresAt!.getTime()).toBeLessThanOrEqual(Date.now() + 60 * 60_000)
    simulator.change(order, { transaction_status: 'settlement' })
    expect(await gateway.cancel(order)).toMatchObject({ status: 'settlement' })
    const refund = { key: 'r-1', amount: 50_000, reason: 'Batal' }
    for (const _again of [1, 2]) {
      expect(await gateway.refund(order, refund)).toMatchObject({
        status: 'partial_refund',
        refundedAmount: 50_000,
        refunds: [{ key: 'r-1', amount: 50_000 }],
      })
    }
  })

  it('ends charges, and knows that it did', async () => {
    const gateway = gatewayOf(simulator.url)
    const bank = { method: 'VIRTUAL_ACCOUNT', channel: 'mandiri' } as const
    const { details: told } = await gateway.charge({ ...base(), ...bank })
    expect(told).toEqual({
      bank_name: 'Bank Mandiri',
      biller_code: '70012',
      bill_key: expect.any(String),
    })
    expect(await gateway.expire(order)).toMatchObject({ status: 'expire', channel: 'mandiri' })
    expect(await gateway.cancel(order)).toMatchObject({ status: 'expire' })
    expect(await gateway.cancel('unknown')).toBeNull()
  })

  it('makes pages that offer what was asked for', async () => {
    const made = await gatewayOf(simulator.url).createPage({
      ...base(),
      channels: ['bsi', 'gopay', 'qris'],
      finishUrl: 'http://localhost:3000/selesai',
    })
    const text = await (await fetch(made.redirectUrl)).text()
    const offered = [...text.matchAll(/name="payment" value="(\w+)"/g)].map(([, name]) => name)
    expect(offered).toEqual(['bsi_va', 'gopay', 'other_qris'])
  })
})

describe('a restart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sehat-simulator-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('forgets nothing, sends what was not answered, and survives half a line', async () => {
    const file = join(folder, 'midtrans.jsonl')
    const first = await start({ file, timeScale: 1 })
    answers = [503]
    await clientOf(first.url).core.charge(va('bni'))
    await expect.poll(() => first.look(order).notifications).toMatchObject([{ answers: [503] }])
    await first.stop()
    writeFileSync(file, '{"orderId":"half', { flag: 'a' })

    const kept = readFileSync(file, 'utf8').split('\n').at(-2)!
    const due = JSON.parse(kept)
    due.notices[0].dueAt = Date.now()
    writeFileSync(file, `${JSON.stringify(due)}\n{"orderId":"half`)
    const second = await start({ file })
    await second.notified()
    expect(notices.map((notice) => notice.transaction_status)).toEqual(['pending', 'pending'])
    const { core } = clientOf(second.url)
    expect(await core.transaction.status(order)).toMatchObject({ transaction_status: 'pending' })
    expect((await refusal(core.charge(va('bni')))).code).toBe('406')
  })

  it('tells what happened meanwhile once somebody listens', async () => {
    const file = join(folder, 'held.jsonl')
    const first = await start({ file })
    const custom_expiry = { expiry_duration: 1, unit: 'second' }
    await clientOf(first.url).core.charge(va('bni', { custom_expiry }))
    await first.notified()
    await first.stop()
    const second = await start({ file, isHeld: true, notificationUrl: null })
    const { core } = clientOf(second.url)
    await expect
      .poll(async () => core.transaction.status(order), { timeout: 30_000 })
      .toMatchObject({ transaction_status: 'expire' })
    expect(notices.map((notice) => notice.transaction_status)).toEqual(['pending'])
    second.notifyAt(shopUrl)
    await second.notified()
    expect(notices.map((notice) => notice.transaction_status)).toEqual(['pending', 'expire'])
  })
})

describe('strangers', () => {
  const withHeaders = async (headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const call = request(`${simulator.url}/simulator`, { headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
      call.once('error', reject).end()
    })

  it('by other names, and other sites, are sent away', async () => {
    expect(await withHeaders({ Host: 'evil.example' })).toBe(403)
    expect(await withHeaders({ Origin: 'http://evil.example' })).toBe(403)
    expect(await withHeaders({ Origin: simulator.url })).toBe(200)
    expect(await withHeaders({ Host: 'localhost:3001' })).toBe(200)
  })

  it('get JSON for everything that is wrong', async () => {
    const authorization = { Authorization: basic() }
    const cases = [
      [await post('/simulator/x', '{', {}), 400],
      [await post('/simulator/x', { transaction_status: 'paid' }), 400],
      [await post('/simulator/unknown', { transaction_status: 'settlement' }), 404],
      [await post('/simulator/faults', { route: 'moon', kind: '500' }), 400],
      [await post('/nowhere', {}), 404],
      [await post('/snap/v1/transactions', '[]', authorization), 400],
      [await post('/snap/v1/transactions', 'null', authorization), 400],
      [await post('/snap/v1/transactions', JSON.stringify('x'.repeat(70_000)), authorization), 413],
    ] as const
    for (const [answer, status] of cases) {
      expect(answer.status).toBe(status)
      expect(await answer.json()).toMatchObject({ error_messages: [expect.any(String)] })
    }
  })
})

it('QRIS codes end with the checksum of the standard', () => {
  const code = qrString('INV-1', 200_000)
  expect(code).toMatch(/^000201010212.*5303360.*5406200000.*5802ID/)
  expect(code.slice(-4)).toMatch(/^[0-9A-F]{4}$/)
})
