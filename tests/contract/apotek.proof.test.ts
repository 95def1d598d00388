import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { api } from '../support/api'
import { apotek, person, placed, rows, strictOrder } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const SECRET_NOTE = 'taken at the home of John Doe'
const pixels = { create: { width: 40, height: 20, channels: 3, background: '#c00' } } as const
const jpeg = async () =>
  sharp(pixels)
    .withExif({ IFD0: { ImageDescription: SECRET_NOTE } })
    .jpeg()
    .toBuffer()

const upload = (
  bytes: Buffer,
  name = 'bukti.jpg',
  field = 'payment_proof',
  type = 'image/jpeg',
) => {
  const form = new FormData()
  form.set(field, new File([new Uint8Array(bytes)], name, { type }))
  return form
}

const send = async ({ token }: Pick<Person, 'token'>, id: number, body: FormData) =>
  apotek('POST', `/orders/${id}/notify-payment`, { token, body })

describe('apotek.md: the picture of a payment proof', () => {
  let obat: Obat
  let buyer: Person

  beforeAll(async () => {
    obat = await makeObat(await testPayload(), { stock: 1000 })
    buyer = await person('patient')
  })

  const order = async () => (await placed(buyer, [{ obat_id: obat.id, quantity: 1 }])).id
  const stored = async (id: number): Promise<Buffer> => {
    const [row] = await rows<{ filename: string }>(
      `SELECT p.filename FROM orders o JOIN payment_proofs p ON p.id = o.payment_proof_id
        WHERE o.id = $1`,
      id,
    )
    return readFile(join(process.env.MEDIA_DIR ?? '', 'payment-proofs', row!.filename))
  }

  it.each(['payment_proof', 'file', 'bukti[]'])('is taken from a field named %s', async (field) => {
    const id = await order()
    const form = upload(await jpeg(), 'transfer.jpg', field)
    form.set('payment_method', 'bank_transfer')
    form.set('payment_details', '{"bank": "BCA"}')
    const { status, body } = await send(buyer, id, form)
    expect(status).toBe(200)
    expect(body.message).toBe('Payment info saved')
    const { payment_details: details, ...saved } = strictOrder.parse(body.data)
    expect(saved).toMatchObject({ payment_method: 'bank_transfer', payment_status: 'pending' })
    expect(details).toMatchObject({ bank: 'BCA' })
    expect(details!.proof_path).toMatch(/^payments\/[0-9a-f]{32}\.jpg$/)
    expect(details!.proof_url).toMatch(
      /^http:\/\/localhost:3000\/api\/apotek\/image\/payments\/[0-9a-f]{32}\.jpg\?expires=\d+&signature=[0-9a-f]{64}$/,
    )
    expect((details!.proof_url as string).split('/').pop()).toContain(
      (details!.proof_path as string).split('/').pop(),
    )
  })

  it.each(['jpeg', 'png', 'webp'] as const)(
    'may be a %s under any name, and is stored as a JPEG',
    async (format) => {
      const id = await order()
      const bytes = await sharp(pixels).toFormat(format).toBuffer()
      const { status } = await send(buyer, id, upload(bytes, 'x.txt', 'file', 'text/plain'))
      expect(status).toBe(200)
      expect(await sharp(await stored(id)).metadata()).toMatchObject({ format: 'jpeg', width: 40 })
    },
  )

  it('is encoded anew: no metadata, nothing behind the picture, none of the bytes that came', async () => {
    const id = await order()
    const original = await jpeg()
    expect(original.includes(SECRET_NOTE)).toBe(true)
    const hidden = Buffer.concat([original, Buffer.from('<script>alert(1)</script>')])
    expect((await send(buyer, id, upload(hidden))).status).toBe(200)
    const kept = await stored(id)
    expect((await sharp(kept).metadata()).exif).toBeUndefined()
    expect(kept.includes(SECRET_NOTE)).toBe(false)
    expect(kept.includes('<script>')).toBe(false)
  })

  it.each([
    ['a GIF', async () => sharp(pixels).gif().toBuffer()],
    ['an SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a text', async () => Buffer.from('bukan gambar')],
    ['a page', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a PDF', async () => Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    ['a broken JPEG', async () => (await jpeg()).subarray(0, 60)],
  ])('is refused with 422 when it is %s with the name of a JPEG', async (_what, make) => {
    const id = await order()
    const { status, body } = await send(buyer, id, upload(await make()))
    expect(status).toBe(422)
    expect(body).toMatchObject({ success: false, errors: { payment_proof: [expect.any(String)] } })
    expect(await rows('SELECT 1 FROM payment_proofs WHERE order_id = $1', id)).toEqual([])
  })

  it('is refused above 4 MB, and taken at 4 MB', async () => {
    const id = await order()
    const picture = await jpeg()
    const limit = 4 * 1024 * 1024
    const fill = (size: number) => Buffer.concat([picture, Buffer.alloc(size - picture.length)])
    const { status, body } = await send(buyer, id, upload(fill(limit + 1)))
    expect(status).toBe(422)
    expect(body.errors).toHaveProperty('payment_proof')
    expect((await send(buyer, id, upload(fill(limit)))).status).toBe(200)
  })

  it('is scaled down, and turned as its camera held it', async () => {
    const id = await order()
    const wide = { create: { ...pixels.create, width: 3000, height: 1000 } }
    const bytes = await sharp(wide).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    await send(buyer, id, upload(bytes))
    expect(await sharp(await stored(id)).metadata()).toMatchObject({ width: 800, height: 2400 })
  })

  it('replaces an earlier one, and answers a refusal', async () => {
    const id = await order()
    const cashier = await person('cashier')
    const first = await send(buyer, id, upload(await jpeg()))
    await apotek('POST', `/cashier/orders/${id}/reject-payment`, {
      token: cashier.token,
      body: { reason: 'Buram' },
    })
    const second = await send(buyer, id, upload(await jpeg()))
    const path = second.body.data.payment_details!.proof_path
    expect(path).not.toBe(first.body.data.payment_details!.proof_path)
    expect(second.body.data.payment_details).not.toHaveProperty('rejected_reason')
  })

  it('is not stored for a stranger, or on an order that is closed', async () => {
    const id = await order()
    expect((await send(await person('patient'), id, upload(await jpeg()))).status).toBe(403)
    await apotek('POST', `/orders/${id}/cancel`, { token: buyer.token })
    expect((await send(buyer, id, upload(await jpeg()))).status).toBe(400)
    expect(await rows('SELECT 1 FROM payment_proofs WHERE order_id = $1', id)).toEqual([])
  })

  it('comes through the generated REST by the same rules', async () => {
    const id = await order()
    const create = async ({ token }: Person, bytes: Buffer) => {
      const body = upload(bytes, 'bukti.jpg', 'file')
      body.set('_payload', JSON.stringify({ order: id, uploadedBy: 1 }))
      return (await api('POST', '/payment-proofs', { token, body })).status
    }
    expect(await create(await person('patient'), await jpeg())).toBe(403)
    expect(await create(await person('cashier'), await jpeg())).toBe(403)
    expect(await create(buyer, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(422)
    expect(await create(buyer, await jpeg())).toBe(201)
    expect((await stored(id)).includes(SECRET_NOTE)).toBe(false)
    expect(
      await rows('SELECT uploaded_by_id AS by FROM payment_proofs WHERE order_id = $1', id),
    ).toEqual([{ by: buyer.id }])
  })
})
