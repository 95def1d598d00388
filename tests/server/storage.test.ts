import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ApiServer } from '../support/apiServer'
import { startApiServer } from '../support/apiServer'
import { startBucket } from '../support/bucket'
import type { Person } from '../support/people'
import { makePeople } from '../support/people'

type Media = { id: number; url: string; filename: string; sizes: { card: { filename: string } } }

let bucket: Awaited<ReturnType<typeof startBucket>>
let folder: string
let server: ApiServer
let admin: Person
let patient: Person

beforeAll(async () => {
  bucket = await startBucket()
  folder = await mkdtemp(join(tmpdir(), 'sehat-storage-'))
  server = await startApiServer({ env: { ...bucket.env, MEDIA_DIR: folder } })
  const house = { database: server.database, secret: String(process.env.PAYLOAD_SECRET) }
  ;[admin] = (await makePeople(house, 'admin', 1)) as [Person]
  ;[patient] = (await makePeople(house, 'patient', 1)) as [Person]
})
afterAll(async () => {
  await server.stop()
  await bucket.stop()
  await rm(folder, { recursive: true, force: true })
})

const picture = async (side = 600): Promise<File> => {
  const create = { width: side, height: side, channels: 3, background: '#369' } as const
  const bytes = await sharp({ create }).png().toBuffer()
  return new File([new Uint8Array(bytes)], 'obat.png', { type: 'image/png' })
}

const upload = async (extra: object = {}) => {
  const body = new FormData()
  body.set('file', await picture())
  body.set('_payload', JSON.stringify({ alt: 'Obat', ...extra }))
  return server.call('POST', '/media', { token: admin.token, body })
}
const made = async (): Promise<Media> => ((await upload()).body as { doc: Media }).doc

/** The bytes of an address of ours. */
const open = async (url: string, headers: Record<string, string> = {}): Promise<Response> => {
  const { pathname, search } = new URL(url, 'http://localhost')
  return fetch(`http://127.0.0.1:${server.port}${pathname}${search}`, { headers })
}

const countMedia = async (): Promise<number> =>
  ((await server.call('GET', '/media?limit=1')).body as { totalDocs: number }).totalDocs

/** An order of the patient's that waits for its payment. */
const placedOrder = async (): Promise<number> => {
  const { rows } = await server.database.query<{ id: number }>(
    `INSERT INTO obat (name, slug, price, stock, unit, active) VALUES ('P', $1, 1000, 0, 'tablet', true) RETURNING id`,
    [randomUUID()],
  )
  const obat = rows[0]?.id
  await server.call('POST', '/stock-movements', {
    token: admin.token,
    body: { obat, kind: 'receipt', quantity: 5 },
  })
  const placed = await server.call('POST', '/apotek/orders', {
    token: patient.token,
    body: {
      items: [{ obat_id: obat, quantity: 1 }],
      payment_method: 'bank_transfer',
      shipping_address: 'Jl. Contoh 1',
    },
  })
  return (placed.body as { data: { id: number } }).data.id
}

/** Says that it was paid, with a picture. */
const sendProof = async (order: number) => {
  const body = new FormData()
  body.set('payment_proof', await picture(8))
  return server.call('POST', `/apotek/orders/${order}/notify-payment`, {
    token: patient.token,
    body,
  })
}

describe('uploads in a bucket', () => {
  it('lie there with all their sizes, and nowhere else', async () => {
    const { filename, sizes } = await made()
    expect(await bucket.names()).toEqual(
      expect.arrayContaining([filename, sizes.card.filename].sort()),
    )
    expect(await readdir(folder)).toEqual([])
  })

  it('are served by this server, in parts too, and are not sent again to who has them', async () => {
    const { url } = await made()
    expect(url).toMatch(/\/api\/media\/file\//)
    const whole = await open(url)
    expect(whole.status).toBe(200)
    expect(whole.headers.get('content-type')).toBe('image/png')
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect((await sharp(bytes).metadata()).width).toBe(600)

    const part = await open(url, { Range: 'bytes=0-3' })
    expect(part.status).toBe(206)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(0, 4))
    const again = await open(url, { 'If-None-Match': String(whole.headers.get('etag')) })
    expect(again.status).toBe(304)
  })

  it('go with their documents', async () => {
    const { id, filename, sizes } = await made()
    await server.call('DELETE', `/media/${id}`, { token: admin.token })
    const left = await bucket.names()
    expect(left).not.toContain(filename)
    expect(left).not.toContain(sizes.card.filename)
  })

  it('are put where the server says, whatever is sent', async () => {
    const { body } = await upload({ _objectKey: '../elsewhere' })
    const { doc } = body as { doc: Media }
    expect(doc).not.toHaveProperty('_objectKey')
    expect(await bucket.names()).toContain(doc.filename)
    expect((await upload({ prefix: '../elsewhere' })).status).toBe(400)
    expect((await open(doc.url)).status).toBe(200)
  })

  it('that are not there are 404, as JSON', async () => {
    const { url, filename } = await made()
    await server.database.query('UPDATE media SET filename = $2 WHERE filename = $1', [
      filename,
      `lost-${filename}`,
    ])
    const lost = await open(url.replace(filename, `lost-${filename}`))
    expect(lost.status).toBe(404)
    expect(await lost.json()).toHaveProperty('errors')
  })

  it('are private where they are: a proof is for its owner and the desk, or by its signed address', async () => {
    const notice = await sendProof(await placedOrder())
    const { proof_url: url } = (notice.body as { data: { payment_details: { proof_url: string } } })
      .data.payment_details
    expect((await open(url)).headers.get('content-type')).toBe('image/jpeg')
    const bare = url.split('?')[0] as string
    expect((await open(bare)).status).toBe(401)
    expect((await open(bare, { Authorization: `Bearer ${patient.token}` })).status).toBe(200)
  })

  it('wait for a bucket that is away: 503, and nothing half made', async () => {
    const { url } = await made()
    const before = await countMedia()
    const proof = await placedOrder()
    await bucket.kill()
    const refused = await upload()
    expect([refused.status, refused.body]).toEqual([
      503,
      { errors: [{ message: 'Penyimpanan berkas sedang tidak tersedia, silakan coba lagi.' }] },
    ])
    expect((await open(url)).status).toBe(503)
    expect(await sendProof(proof)).toMatchObject({ status: 503, body: { success: false } })
    await bucket.restart()
    expect(await countMedia()).toBe(before)
    expect((await open(url)).status).toBe(200)
    expect((await upload()).status).toBe(201)
    expect((await sendProof(proof)).status).toBe(200)
  })
})
