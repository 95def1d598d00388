import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { createGateway } from './createGateway'
import type { Gateway } from './gateway'
import { GatewayError } from './gateway'

const SERVER_KEY = 'SB-Mid-server-of-this-test'
const ORDER = 'INV-CRS-2026-0042'

/** Of what was sent, what is looked at closely. */
type Sent = { custom_expiry: { expiry_duration: number }; expiry: { start_time: string } }
type Call = { line: string; headers: IncomingMessage['headers']; body: Sent }
type Answer = (answer: ServerResponse) => void

/** What the other side does, call by call. */
let script: Answer[] = []
let calls: Call[] = []
const json =
  (body: unknown, status = 200): Answer =>
  (answer) =>
    void answer
      .writeHead(status, { 'Content-Type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
const reset: Answer = (answer) => void answer.destroy()
const silent: Answer = () => undefined

const server = createServer((request, answer) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const sent = Buffer.concat(chunks).toString()
    const body = sent ? JSON.parse(sent) : null
    calls.push({ line: `${request.method} ${request.url}`, headers: request.headers, body })
    const next = script.shift()
    if (next) next(answer)
    else answer.writeHead(599).end('not scripted')
  })
})

let gateway: Gateway
let url: string

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  gateway = gatewayAt(url)
})
beforeEach(() => {
  script = []
  calls = []
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const gatewayAt = (baseUrl: string, timeoutMs?: number) =>
  createGateway(
    { serverKey: SERVER_KEY, clientKey: '', isProduction: false, baseUrl },
    timeoutMs === undefined ? {} : { timeoutMs },
  )

const told = (more: object = {}) => ({
  status_code: '200',
  transaction_id: 'd4e1b3f0-0000-4000-8000-000000000000',
  order_id: ORDER,
  gross_amount: '200000.00',
  currency: 'IDR',
  payment_type: 'bank_transfer',
  transaction_status: 'pending',
  fraud_status: 'accept',
  va_numbers: [{ bank: 'bsi', va_number: '8801234567890' }],
  expiry_time: '2026-11-22 10:05:13',
  ...more,
})
const missing = { status_code: '404', status_message: "Transaction doesn't exist." }
const duplicate = { status_code: '406', status_message: 'order_id has already been taken' }

const order = (more: object = {}) => ({
  gatewayOrderId: ORDER,
  amount: 200_000,
  lines: [{ id: 'course', name: 'Manajemen Keuangan Masjid', price: 250_000, quantity: 1 }],
  customer: { name: 'Siti Aminah', email: 'siti@example.com', phone: '0812-3456-789' },
  expiresAt: new Date(Date.now() + 24 * 60 * 60_000),
  method: 'BANK_TRANSFER' as const,
  channel: 'bsi',
  ...more,
})

const failureOf = async (promise: Promise<unknown>): Promise<GatewayError> => {
  const error = await promise.then(
    (value) => new Error(`It succeeded: ${inspect(value)}`),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(GatewayError)
  return error as GatewayError
}

describe('a charge', () => {
  it('says what is bought, to whom and until when, and reads the answer', async () => {
    script = [json(told({ status_code: '201' }), 201)]
    const name = `${'n'.repeat(49)}😀 and more`
    const charged = await gateway.charge(
      order({ lines: [{ id: 'x'.repeat(60), name, price: 125_000, quantity: 2 }] }),
    )
    expect(charged.details).toEqual({
      bank_name: 'Bank Syariah Indonesia',
      va_number: '8801234567890',
    })
    expect(charged.state).toMatchObject({
      status: 'pending',
      amount: 200_000,
      method: 'BANK_TRANSFER',
      channel: 'bsi',
      expiresAt: new Date('2026-11-22T03:05:13Z'),
    })
    const [{ line, headers, body }] = calls as [Call]
    expect(line).toBe('POST /v2/charge')
    expect(headers['idempotency-key']).toMatch(/^[0-9a-f]{40}$/)
    expect(body).toMatchObject({
      payment_type: 'bank_transfer',
      bank_transfer: { bank: 'bsi' },
      transaction_details: { order_id: ORDER, gross_amount: 200_000 },
      item_details: [
        { id: 'x'.repeat(50), name: 'n'.repeat(49), price: 125_000, quantity: 2 },
        { name: 'Diskon', price: -50_000, quantity: 1 },
      ],
      customer_details: {
        first_name: 'Siti Aminah',
        email: 'siti@example.com',
        phone: '08123456789',
      },
      custom_expiry: { unit: 'minute' },
    })
    expect(body.custom_expiry.expiry_duration).toBeLessThanOrEqual(24 * 60)
  })

  it.each([
    [
      'mandiri',
      'VIRTUAL_ACCOUNT',
      { payment_type: 'echannel', va_numbers: null, biller_code: '70012', bill_key: '123' },
      { bank_name: 'Bank Mandiri', biller_code: '70012', bill_key: '123' },
    ],
    [
      'permata',
      'VIRTUAL_ACCOUNT',
      { va_numbers: null, permata_va_number: '999' },
      { bank_name: 'Bank Permata', va_number: '999' },
    ],
    [
      'gopay',
      'E_WALLET',
      {
        payment_type: 'gopay',
        va_numbers: undefined,
        actions: [
          { name: 'generate-qr-code', method: 'GET', url: 'https://x.test/qr' },
          { name: 'deeplink-redirect', method: 'GET', url: 'https://x.test/deep' },
        ],
      },
      { deeplink_url: 'https://x.test/deep', qr_url: 'https://x.test/qr' },
    ],
    [
      'shopeepay',
      'E_WALLET',
      {
        payment_type: 'shopeepay',
        actions: [{ name: 'deeplink-redirect', url: 'https://x.test/deep' }],
      },
      { deeplink_url: 'https://x.test/deep', qr_url: null },
    ],
    [
      'qris',
      'QRIS',
      {
        payment_type: 'qris',
        qr_string: '00020101',
        actions: [{ name: 'generate-qr-code', url: 'https://x.test/qr' }],
      },
      { qr_string: '00020101', qr_url: 'https://x.test/qr' },
    ],
  ] as const)('by %s tells what the payer needs', async (channel, method, answer, details) => {
    script = [json(told(answer))]
    const charged = await gateway.charge(order({ method, channel }))
    expect(charged.details).toEqual(details)
    expect(charged.state).toMatchObject({ method, channel })
  })

  it('whose outcome is unknown is repeated with the same key, then asked for', async () => {
    script = [reset, json('{"half', 200), json(told())]
    const charged = await gateway.charge(order())
    expect(charged.details.va_number).toBe('8801234567890')
    expect(calls.map(({ line }) => line)).toEqual([
      'POST /v2/charge',
      'POST /v2/charge',
      `GET /v2/${ORDER}/status`,
    ])
    expect(calls[1]?.headers['idempotency-key']).toBe(calls[0]?.headers['idempotency-key'])
    expect(calls[1]?.body).toEqual(calls[0]?.body)
  })

  it('that is there already is taken over, whatever became of it, when it is our own', async () => {
    script = [
      json({ message: 'oops' }, 500),
      json(duplicate),
      json(told({ transaction_status: 'settlement' })),
    ]
    const { state } = await gateway.charge(order())
    expect(state.status).toBe('settlement')
  })

  it('whose number was used for something else is refused', async () => {
    for (const foreign of [
      { gross_amount: '150000.00' },
      { transaction_status: 'settlement' },
      { va_numbers: [{ bank: 'bni', va_number: '1' }] },
    ]) {
      script = [json(duplicate), json(told(foreign))]
      expect(await failureOf(gateway.charge(order()))).toMatchObject({
        failure: 'refused',
        code: 406,
      })
    }
    script = [json(duplicate), json(told())]
    expect((await gateway.charge(order())).details.va_number).toBe('8801234567890')
  })

  it('is not said to have failed when that is not known', async () => {
    script = [silent, reset, json(missing)]
    expect(await failureOf(gatewayAt(url, 200).charge(order()))).toMatchObject({
      failure: 'unknown',
    })
    script = [reset, reset, json({}, 503)]
    expect(await failureOf(gateway.charge(order()))).toMatchObject({ failure: 'unknown' })
    script = [json(told({ va_numbers: [] })), json(duplicate), json(told({ va_numbers: [] }))]
    expect(await failureOf(gateway.charge(order()))).toMatchObject({ failure: 'unknown' })
  })

  it('whose lines are short of the amount is not asked for', async () => {
    const lines = [{ id: '1', name: 'Kursus', price: 1, quantity: 1 }]
    await expect(gateway.charge(order({ lines }))).rejects.toThrow('short of the amount')
    await expect(gateway.charge(order({ amount: 0 }))).rejects.toThrow('No amount')
    expect(calls).toEqual([])
  })
})

describe('a page', () => {
  it('offers the channels, ends with the order, and comes back to us', async () => {
    const redirect_url = 'https://app.midtrans.test/snap/v4/redirection/t'
    script = [json({ token: 't', redirect_url }, 201)]
    const page = await gateway.createPage({
      ...order(),
      channels: ['bsi', 'mandiri', 'gopay', 'qris'],
      finishUrl: 'https://klinik.example/selesai',
      expiresAt: new Date(Date.now() + 15 * 60_000 + 5000),
    })
    expect(page).toEqual({ token: 't', redirectUrl: redirect_url })
    expect(calls[0]?.line).toBe('POST /snap/v1/transactions')
    expect(calls[0]?.headers['idempotency-key']).toBeUndefined()
    expect(calls[0]?.body).toMatchObject({
      enabled_payments: ['bsi_va', 'echannel', 'gopay', 'other_qris'],
      expiry: { unit: 'minutes', duration: 15 },
      page_expiry: { unit: 'minutes', duration: 15 },
      callbacks: { finish: 'https://klinik.example/selesai' },
    })
    expect(calls[0]?.body.expiry.start_time).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+0700$/)
  })
})

describe('the state', () => {
  it('is null for what the gateway does not know', async () => {
    script = [json(missing), json(missing, 404)]
    expect(await gateway.status(ORDER)).toBeNull()
    expect(await gateway.status(ORDER)).toBeNull()
  })

  it('tells of refunds', async () => {
    const refunds = [
      { refund_key: 'a', refund_amount: '50000.00' },
      { refund_key: 'b', refund_amount: '25000.00' },
    ]
    script = [json(told({ transaction_status: 'partial_refund', refunds }))]
    expect(await gateway.status(ORDER)).toMatchObject({
      status: 'partial_refund',
      refundedAmount: 75_000,
      refunds: [
        { key: 'a', amount: 50_000 },
        { key: 'b', amount: 25_000 },
      ],
    })
  })

  it.each([
    ['another order', told({ order_id: 'INV-CRS-2026-0043' })],
    ['a fraction of a rupiah', told({ gross_amount: '200000.50' })],
    ['an unknown word', told({ transaction_status: 'maybe' })],
    ['no object', '"pending"'],
    ['null', 'null'],
    ['nothing', ''],
  ])('is not guessed from %s', async (_name, answer) => {
    script = [json(answer)]
    expect(await failureOf(gateway.status(ORDER))).toMatchObject({ failure: 'unknown' })
  })

  it('after an end that came too late is what it is', async () => {
    script = [json({ status_code: '412' }), json(told({ transaction_status: 'settlement' }))]
    expect(await gateway.cancel(ORDER)).toMatchObject({ status: 'settlement' })
    script = [json({ status_code: '407' }), json(told({ transaction_status: 'expire' }))]
    expect(await gateway.expire(ORDER)).toMatchObject({ status: 'expire' })
    script = [json(missing), json(missing)]
    expect(await gateway.cancel(ORDER)).toBeNull()
  })

  it('after an end that may still come is not told', async () => {
    script = [reset, reset, json(told())]
    expect(await failureOf(gateway.cancel(ORDER))).toMatchObject({ failure: 'unknown' })
    script = [json({ status_code: '200' }), json({}, 500)]
    expect(await failureOf(gateway.cancel(ORDER))).toMatchObject({ failure: 'unknown' })
  })
})

describe('a refund', () => {
  const refund = { key: 'refund-1', amount: 50_000, reason: 'Batal' }
  const refunded = told({
    transaction_status: 'partial_refund',
    refunds: [{ refund_key: 'refund-1', refund_amount: '50000.00' }],
  })

  it('that was made before is not an error', async () => {
    script = [json({ status_code: '406' }), json(refunded)]
    expect(await gateway.refund(ORDER, refund)).toMatchObject({ refundedAmount: 50_000 })
    expect(calls[0]?.body).toEqual({ refund_key: 'refund-1', amount: 50_000, reason: 'Batal' })
    expect(calls[0]?.headers['idempotency-key']).toBeDefined()
  })

  it('that is not there is not claimed', async () => {
    script = [json({ status_code: '406' }), json(told({ transaction_status: 'settlement' }))]
    expect(await failureOf(gateway.refund(ORDER, refund))).toMatchObject({ failure: 'refused' })
    script = [reset, reset, json(told({ transaction_status: 'settlement' }))]
    expect(await failureOf(gateway.refund(ORDER, refund))).toMatchObject({ failure: 'unknown' })
  })

  it.each([401, 403, 429])(
    'whose repetition is not heard (%i) may have been made: the status is asked',
    async (code) => {
      script = [reset, json({ status_code: String(code) }, code), json(refunded)]
      expect(await gateway.refund(ORDER, refund)).toMatchObject({ refundedAmount: 50_000 })
      script = [reset, json({ status_code: String(code) }, code), json({}, 500)]
      expect(await failureOf(gateway.refund(ORDER, refund))).toMatchObject({ failure: 'unknown' })
      script = [json({ status_code: String(code) }, code)]
      expect(await failureOf(gateway.refund(ORDER, refund))).toMatchObject({ failure: 'refused' })
    },
  )
})

describe('what goes wrong', () => {
  it.each([
    ['refused', json({ error_messages: ['gross_amount salah'] }, 400), 400],
    ['refused', json({ status_code: '402', status_message: 'Not allowed' }), 402],
    ['refused', json({ status_code: '429' }, 429), 429],
    ['unknown', json({}, 500), 500],
    ['unknown', json({ status_code: '505', status_message: 'Unable to create va' }), 505],
    ['unknown', json('<html>', 502), 502],
    ['unknown', reset, null],
    ['unknown', json('{"order_id":"INV', 200), null],
  ] as const)('is told as %s', async (failure, answer, code) => {
    script = [answer]
    expect(await failureOf(gateway.status(ORDER))).toMatchObject({ failure, code })
  })

  it('is told as away when nobody was reached', async () => {
    const gone = createServer().listen(0, '127.0.0.1')
    await once(gone, 'listening')
    const { port } = gone.address() as AddressInfo
    await new Promise((done) => gone.close(done))
    const error = await failureOf(gatewayAt(`http://127.0.0.1:${port}`).charge(order()))
    expect(error).toMatchObject({ failure: 'away', code: null })
  })

  it('is unknown after the time-out, however slowly it drips', async () => {
    let timer: NodeJS.Timeout | undefined
    script = [
      (answer) => {
        answer.writeHead(200)
        timer = setInterval(() => answer.write(' '), 20)
      },
    ]
    expect(await failureOf(gatewayAt(url, 300).status(ORDER))).toMatchObject({ failure: 'unknown' })
    clearInterval(timer)
  })

  it('does not follow elsewhere, with the key', async () => {
    script = [(answer) => void answer.writeHead(302, { Location: `${url}/elsewhere` }).end()]
    expect(await failureOf(gateway.status(ORDER))).toMatchObject({ failure: 'unknown' })
    expect(calls).toHaveLength(1)
  })

  it('never tells the key', async () => {
    const encoded = Buffer.from(`${SERVER_KEY}:`).toString('base64')
    const answers = [
      reset,
      silent,
      json({ error_messages: [`the key ${SERVER_KEY} is bad`, encoded] }, 401),
      json({ status_code: '500', status_message: SERVER_KEY }),
      json(SERVER_KEY),
      (answer: ServerResponse) => void answer.writeHead(302, { Location: '/x' }).end(),
    ]
    for (const answer of answers) {
      script = [answer]
      const error = await failureOf(gatewayAt(url, 300).status(ORDER))
      expect(error.cause).toBeUndefined()
      const everything = inspect(error, { depth: 20, showHidden: true }) + JSON.stringify(error)
      expect(everything).not.toContain(SERVER_KEY)
      expect(everything).not.toContain(encoded)
    }
    expect(calls[0]?.headers.authorization).toBe(`Basic ${encoded}`)
  })
})

describe('ids', () => {
  it.each(['', '.', '..', '../v2/x', 'a/b', 'a b', 'a?b', 'a#b', 'é', 'x'.repeat(51)])(
    'that are none reach nobody: "%s"',
    async (id) => {
      await expect(gateway.status(id)).rejects.toThrow('No id')
      await expect(gateway.cancel(id)).rejects.toThrow('No id')
      await expect(gateway.charge(order({ gatewayOrderId: id }))).rejects.toThrow('No id')
      expect(calls).toEqual([])
    },
  )

  it('of further attempts are ids', async () => {
    script = [json(missing)]
    expect(await gateway.status(`${ORDER}~2`)).toBeNull()
    expect(calls[0]?.line).toBe(`GET /v2/${ORDER}~2/status`)
  })
})

describe('a signature', () => {
  const VECTORS = {
    '200':
      '9e5d555e5c55e589916311fd880e29b04c798b8ed701018c653128fb7609158f4d54448544743c20522eff27529b5f35370209bcc5c273c5dd1798319cc5b71d',
    '201':
      '2bb7ab027c4c5af88225f001629be9f32af544ee75406619673754611febeda861b97efdb3b54f8be97a4d0f0100ecaf34083f326352890e88dd74e0276a1d3e',
    '202':
      '8d5742d8a1e226b2c540ce3e899cf4f50fa6f9705a915c1da6babfd7346f8144d4a27602a9e5f9d75b2e17ec723f2fc3f17d2567604bc31a20bb7a7e17b4866d',
  }
  const options = { clientKey: '', isProduction: false, baseUrl: null }
  const { isSigned } = createGateway({ ...options, serverKey: 'SB-Mid-server-test' })
  const notice = {
    order_id: 'INV-20261121-0001',
    status_code: '200',
    gross_amount: '200000.00',
    signature_key: VECTORS['200'],
  }

  it.each(Object.entries(VECTORS))('of code %s is known', (status_code, signature_key) => {
    expect(isSigned({ ...notice, status_code, signature_key })).toBe(true)
    expect(isSigned({ ...notice, status_code: '299', signature_key })).toBe(false)
  })

  it('that is none is refused, without a fault', () => {
    const others = [
      { ...notice, signature_key: undefined },
      { ...notice, signature_key: [VECTORS['200']] },
      { ...notice, signature_key: VECTORS['200'].slice(1) },
      { ...notice, signature_key: `${VECTORS['200']}0` },
      { ...notice, signature_key: 'é'.repeat(64) },
      { ...notice, signature_key: '' },
      { ...notice, order_id: ['INV-20261121-0001'] },
      { ...notice, gross_amount: 200_000 },
      { ...notice, gross_amount: '200000' },
      { ...notice, order_id: 'INV-20261121-000', status_code: '1200' },
      null,
      undefined,
      'text',
      [],
    ]
    for (const other of others) expect(isSigned(other)).toBe(false)
  })
})
