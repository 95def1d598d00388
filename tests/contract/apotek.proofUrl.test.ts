import sharp from 'sharp'
import { beforeAll, describe, expect, it, vi } from 'vitest'

import { makeObat } from '@/plugins/pharmacy/testing'

import type { Answer } from '../support/api'
import { api } from '../support/api'
import type { ContractOrder } from '../support/apotek'
import { apotek, person, placed } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const MINUTE_MS = 60_000

/** Opens an address of ours, as an `<img>` does: no header but what is given. */
const open = async (url: string, token?: string): Promise<Answer> => {
  const { pathname, search } = new URL(url)
  return api('GET', `${pathname.replace('/api', '')}${search}`, { token })
}

describe('apotek.md: proof_url', () => {
  let buyer: Person
  let order: ContractOrder
  let url: string
  let bare: string

  beforeAll(async () => {
    const obat = await makeObat(await testPayload())
    buyer = await person('patient')
    const { id } = await placed(buyer, [{ obat_id: obat.id, quantity: 1 }])
    const body = new FormData()
    const pixels = { create: { width: 8, height: 8, channels: 3, background: '#0c0' } } as const
    const bytes = await sharp(pixels).png().toBuffer()
    body.set('payment_proof', new File([new Uint8Array(bytes)], 'a.png', { type: 'image/png' }))
    const notice = await apotek('POST', `/orders/${id}/notify-payment`, {
      token: buyer.token,
      body,
    })
    order = notice.body.data
    url = String(order.payment_details?.proof_url)
    bare = url.split('?')[0]!
  })

  it('opens without a header, as a private picture', async () => {
    const { status, headers } = await open(url)
    expect(status).toBe(200)
    expect(headers.get('Content-Type')).toBe('image/jpeg')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Cache-Control')).toBe('private, no-store')
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin')
  })

  it('comes with every answer that shows the order, made fresh', async () => {
    const { token } = await person('cashier')
    vi.setSystemTime(Date.now() + 5 * MINUTE_MS)
    try {
      const answers = [
        await apotek('GET', `/orders/${order.id}`, { token: buyer.token }),
        await apotek('GET', `/cashier/orders/${order.id}`, { token }),
      ]
      for (const { body } of answers) {
        const fresh = String(body.data.payment_details?.proof_url)
        expect(fresh).not.toBe(url)
        expect(fresh.startsWith(`${bare}?`)).toBe(true)
        expect((await open(fresh)).status).toBe(200)
      }
    } finally {
      vi.useRealTimers()
    }
  })

  it('lives for 15 minutes', async () => {
    const signed = Number(new URL(url).searchParams.get('expires')) * 1000
    try {
      vi.setSystemTime(signed - 1000)
      expect((await open(url)).status).toBe(200)
      vi.setSystemTime(signed + 1000)
      expect((await open(url)).status).toBe(401)
    } finally {
      vi.useRealTimers()
    }
    const made = new Date(order.updated_at).getTime()
    expect(Math.abs(signed - made - 15 * MINUTE_MS)).toBeLessThan(2000)
  })

  it.each([
    ['another signature', (address: URL) => address.searchParams.set('signature', 'a'.repeat(64))],
    ['a short signature', (address: URL) => address.searchParams.set('signature', 'a')],
    ['no signature', (address: URL) => address.searchParams.delete('signature')],
    ['a later expiry', (address: URL) => address.searchParams.set('expires', '99999999999')],
    ['an expiry that is none', (address: URL) => address.searchParams.set('expires', 'Infinity')],
    ['no expiry', (address: URL) => address.searchParams.delete('expires')],
    [
      'another name',
      (address: URL) => (address.pathname = address.pathname.replace(/.{5}\.jpg$/, '00000.jpg')),
    ],
    [
      'a path out of the folder',
      (address: URL) => (address.pathname = '/api/apotek/image/payments/..%2F..%2Fsecret'),
    ],
  ])('does not open with %s', async (_what, change) => {
    const address = new URL(url)
    change(address)
    const { status, body } = await open(address.href)
    expect({ status, body }).toEqual({
      status: 401,
      body: { success: false, message: 'Unauthenticated.' },
    })
  })

  it('opens without a signature for the owner and the desk', async () => {
    const desk = [await person('cashier'), await person('admin')]
    for (const { token } of [buyer, ...desk]) expect((await open(bare, token)).status).toBe(200)
  })

  it.each(['patient', 'doctor', 'editor'] as const)('stays closed to a %s', async (role) => {
    const { token } = await person(role)
    const { status, body } = await open(bare, token)
    expect({ status, body }).toEqual({
      status: 403,
      body: { success: false, message: 'Unauthorized' },
    })
  })

  it('is 404 for the desk where there is no such picture', async () => {
    const { token } = await person('cashier')
    const { status } = await open(bare.replace(/[^/]+$/, `${'0'.repeat(32)}.jpg`), token)
    expect(status).toBe(404)
  })

  it('has no back door: the generated file route asks who wants to see', async () => {
    const file = bare.replace('/apotek/image/payments/', '/payment-proofs/file/')
    expect((await open(file)).status).toBe(403)
    expect((await open(file, (await person('patient')).token)).status).not.toBe(200)
    expect((await open(file, buyer.token)).status).toBe(200)
  })
})
