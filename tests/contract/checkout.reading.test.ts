import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import type { Transaction } from '@/payload-types'

import { api } from '../support/api'
import { person } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const CREATED = '2026-01-15T10:00:00.000Z'
const EXPIRES = '2026-01-16T10:00:00.000Z'
const PAID = '2026-01-15T10:15:00.000Z'
const THUMBNAIL = 'http://localhost:3000/api/media/file/thumb-2.webp'

let invoice = 0

/** A row as a checkout has left it. */
const transaction = async (user: Person, data: Partial<Transaction> = {}): Promise<Transaction> => {
  const payload = await testPayload()
  invoice += 1
  return payload.create({
    collection: 'transactions',
    data: {
      invoiceNumber: `INV-CRS-2025-${process.pid}${invoice}`,
      type: 'course',
      itemId: randomUUID(),
      itemTitle: 'Manajemen Keuangan Klinik',
      itemSnapshot: { thumbnail_url: THUMBNAIL },
      user: user.id,
      originalAmount: 250_000,
      discount: 50_000,
      amount: 200_000,
      paymentMethod: 'BANK_TRANSFER',
      channel: 'bsi',
      paymentDetails: { bank_name: 'Bank Syariah Indonesia', va_number: '8801234567890' },
      status: 'PENDING',
      createdAt: CREATED,
      expiresAt: EXPIRES,
      ...data,
    },
    depth: 0,
    overrideAccess: true,
  })
}

const get = async (path: string, { token }: Partial<Person> = {}) =>
  api('GET', `/v1${path}`, { token }) as Promise<{ status: number; body: Record<string, unknown> }>

const NOT_FOUND = { status: 404, body: { message: 'Order tidak ditemukan' } }

describe('checkout.md: reading transactions', () => {
  let patient: Person
  let pending: Transaction

  beforeAll(async () => {
    patient = await person('patient')
    pending = await transaction(patient)
  })

  it('shows an order as the document does', async () => {
    const { status, body } = await get(`/orders/${pending.id}`, patient)
    expect(status).toBe(200)
    expect(body).toEqual({
      data: {
        id: pending.id,
        invoice_number: pending.invoiceNumber,
        type: 'course',
        item: {
          id: pending.itemId,
          title: 'Manajemen Keuangan Klinik',
          thumbnail_url: THUMBNAIL,
        },
        original_amount: 250_000,
        discount: 50_000,
        amount: 200_000,
        payment_method: 'BANK_TRANSFER',
        payment_details: { bank_name: 'Bank Syariah Indonesia', va_number: '8801234567890' },
        status: 'PENDING',
        created_at: CREATED,
        expires_at: EXPIRES,
        paid_at: null,
      },
    })
    expect(Object.keys(body.data as object)).toEqual([
      'id',
      'invoice_number',
      'type',
      'item',
      'original_amount',
      'discount',
      'amount',
      'payment_method',
      'payment_details',
      'status',
      'created_at',
      'expires_at',
      'paid_at',
    ])
  })

  it('names the channel, whatever the method', async () => {
    const details = { deeplink_url: 'https://pay.example/1', qr_url: 'https://pay.example/1.png' }
    const wallet = await transaction(patient, {
      paymentMethod: 'E_WALLET',
      channel: 'gopay',
      paymentDetails: details,
    })
    const { body } = await get(`/orders/${wallet.id}`, patient)
    expect(body.data).toMatchObject({ payment_details: { bank_name: 'GoPay', ...details } })
  })

  it('shows its state', async () => {
    const paid = await transaction(patient, { status: 'SUCCESS', paidAt: PAID })
    expect(await get(`/orders/${paid.id}/status`, patient)).toMatchObject({
      status: 200,
      body: {
        data: {
          order_id: paid.id,
          invoice_number: paid.invoiceNumber,
          status: 'SUCCESS',
          paid_at: PAID,
        },
      },
    })
  })

  it('is for its owner, cashiers and admins; for others there is no such order', async () => {
    for (const role of ['cashier', 'admin'] as const) {
      const { status } = await get(`/orders/${pending.id}`, await person(role))
      expect([role, status]).toEqual([role, 200])
    }
    for (const role of ['patient', 'doctor', 'editor'] as const) {
      for (const path of [`/orders/${pending.id}`, `/orders/${pending.id}/status`]) {
        expect(await get(path, await person(role))).toMatchObject(NOT_FOUND)
      }
    }
    for (const id of [randomUUID(), 'INV-CRS-2025-0042', '1', '%00', `${pending.id}x`]) {
      expect(await get(`/orders/${id}`, patient)).toMatchObject(NOT_FOUND)
    }
    expect(await get(`/orders/${pending.id}`)).toMatchObject({
      status: 401,
      body: { message: 'Unauthenticated.' },
    })
  })

  describe('the list', () => {
    let buyer: Person
    let made: Transaction[]

    beforeAll(async () => {
      buyer = await person('patient')
      made = [
        await transaction(buyer, { status: 'SUCCESS', paidAt: PAID }),
        await transaction(buyer, { type: 'agenda', itemTitle: 'Seminar' }),
        await transaction(buyer, { type: 'order', status: 'EXPIRED', paymentMethod: null }),
      ]
    })

    it('is one’s own, newest first, in the document’s words', async () => {
      const { status, body } = await get('/me/transactions', buyer)
      expect(status).toBe(200)
      expect(Object.keys(body)).toEqual(['data', 'meta'])
      const data = body.data as Record<string, unknown>[]
      expect(data.map(({ id }) => id)).toEqual(made.map(({ id }) => id).reverse())
      expect(data[2]).toEqual({
        id: made[0]!.id,
        invoice_number: made[0]!.invoiceNumber,
        type: 'course',
        item_title: 'Manajemen Keuangan Klinik',
        amount: 200_000,
        amount_display: 'Rp 200.000',
        payment_method: 'BANK_TRANSFER',
        status: 'SUCCESS',
        created_at: CREATED,
        paid_at: PAID,
      })
      expect(body.meta).toEqual({ current_page: 1, per_page: 10, total: 3, total_pages: 1 })
    })

    it('is filtered and paged', async () => {
      const ids = async (query: string) => {
        const { body } = await get(`/me/transactions?${query}`, buyer)
        return { ids: (body.data as { id: string }[]).map(({ id }) => id), meta: body.meta }
      }
      expect((await ids('type=agenda')).ids).toEqual([made[1]!.id])
      expect((await ids('type=order')).ids).toEqual([made[2]!.id])
      expect((await ids('status=SUCCESS')).ids).toEqual([made[0]!.id])
      expect((await ids('status=SUCCESS&type=agenda')).ids).toEqual([])
      expect(await ids('page=2&per_page=2')).toEqual({
        ids: [made[0]!.id],
        meta: { current_page: 2, per_page: 2, total: 3, total_pages: 2 },
      })
      expect((await ids('page=9')).ids).toEqual([])
      expect((await ids('per_page=1000')).meta).toMatchObject({ per_page: 100 })
    })

    it.each(['status=paid', 'type=kursus', 'page=0', 'page=x', 'per_page=-1'])(
      'refuses %s',
      async (query) => {
        const { status, body } = await get(`/me/transactions?${query}`, buyer)
        expect(status).toBe(422)
        expect(Object.keys(body)).toEqual(['message', 'errors'])
      },
    )
  })
})

describe('checkout.md: methods of payment', () => {
  it('lists them as the document does, without those that are switched off', async () => {
    const payload = await testPayload()
    const patient = await person('patient')
    const { body } = await get('/payment-methods', patient)
    const data = body.data as { id: string; channels?: { id: string; icon_url: string }[] }[]
    expect(data.map(({ id }) => id)).toEqual([
      'BANK_TRANSFER',
      'E_WALLET',
      'QRIS',
      'VIRTUAL_ACCOUNT',
    ])
    expect(data[1]).toEqual({
      id: 'E_WALLET',
      name: 'E-Wallet',
      description: 'Pembayaran melalui dompet digital',
      icon: 'wallet',
      channels: [
        { id: 'gopay', name: 'GoPay', icon_url: expect.any(String) },
        { id: 'shopeepay', name: 'ShopeePay', icon_url: expect.any(String) },
      ],
    })
    expect(data[2]).toEqual({
      id: 'QRIS',
      name: 'QRIS',
      description: 'Scan QR Code untuk pembayaran',
      icon: 'qr-code',
    })

    const set = async (channels: Transaction['channel'][]) =>
      payload.updateGlobal({
        slug: 'payment-settings',
        data: { channels: channels as never },
        overrideAccess: true,
      })
    const { channels: before } = await payload.findGlobal({
      slug: 'payment-settings',
      overrideAccess: true,
    })
    await set(['bni'])
    try {
      const { body: fewer } = await get('/payment-methods', patient)
      expect(fewer.data).toMatchObject([
        { id: 'BANK_TRANSFER', channels: [{ id: 'bni', name: 'Bank BNI' }] },
        { id: 'VIRTUAL_ACCOUNT', channels: [{ id: 'bni' }] },
      ])
      expect(fewer.data).toHaveLength(2)
    } finally {
      await set(before)
    }
  })

  it('has a picture for each channel, for everybody', async () => {
    const { body } = await get('/payment-methods', await person('patient'))
    const data = body.data as { channels?: { icon_url: string }[] }[]
    const urls = data.flatMap(({ channels = [] }) => channels.map(({ icon_url: url }) => url))
    for (const url of urls) {
      const answer = await api('GET', new URL(url).pathname.replace(/^\/api/, ''))
      expect([url, answer.status]).toEqual([url, 200])
      expect(answer.headers.get('Content-Type')).toBe('image/svg+xml')
      expect(String(answer.body)).toContain('<svg')
    }
    expect(await get('/payment-methods/icons/constructor.svg')).toMatchObject({ status: 404 })
  })

  it('asks who one is', async () => {
    expect(await get('/payment-methods')).toMatchObject({
      status: 401,
      body: { message: 'Unauthenticated.' },
    })
  })
})
