import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'

import { sweepFiles } from '@/plugins/consultations/operations/sweepFiles'

import type { Message, Room } from '../consultations/room'
import { chats, openRoom, say } from '../consultations/room'
import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const SECRET_NOTE = 'taken at the home of John Doe'
const pixels = { create: { width: 40, height: 20, channels: 3, background: '#c00' } } as const
const jpeg = async () =>
  sharp(pixels)
    .withExif({ IFD0: { ImageDescription: SECRET_NOTE } })
    .jpeg()
    .toBuffer()
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n')

const fileOf = (bytes: Buffer, name = 'foto.jpg', type = 'image/jpeg') =>
  new File([new Uint8Array(bytes)], name, { type })

/** A message as a form, with a file. */
const formOf = ({ id }: Room, file: File, fields: Record<string, string> = {}, field = 'file') => {
  const form = new FormData()
  form.set('consultation_id', String(id))
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set(field, file)
  return form
}

const sendForm = async (sender: Person, body: FormData) =>
  chats('POST', '/messages', sender, { body })

/** A file by itself, over the generated REST. */
const upload = async ({ id }: Pick<Room, 'id'>, { token }: Pick<Person, 'token'>, file: File) => {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ consultation: id }))
  form.set('file', file)
  const { status, body } = await api('POST', '/chat-files', { token, body: form })
  const { doc, errors } = body as {
    doc?: { id: number; filename: string }
    errors?: { message: string }[]
  }
  return { status, id: doc?.id ?? 0, filename: doc?.filename ?? '', message: errors?.[0]?.message }
}

const pathOf = (filename: string): string =>
  join(process.env.MEDIA_DIR ?? '', 'chat-files', filename)
const pathIn = ({ attachment }: Message): string =>
  new URL(attachment!.url).pathname.replace(/^\/api/, '')

let room: Room
beforeAll(async () => {
  room = await openRoom()
})

describe('a file with a message', () => {
  it.each(['attachment', 'file', 'foto[]'])('is taken from a field named %s', async (field) => {
    const fields = { content: 'ini fotonya', client_id: field }
    const sent = await sendForm(room.patient, formOf(room, fileOf(await jpeg()), fields, field))
    expect(sent.status).toBe(201)
    const { attachment, content } = sent.body.data
    expect(content).toBe('ini fotonya')
    expect(attachment).toEqual({
      id: expect.any(Number) as number,
      filename: expect.stringMatching(/^[0-9a-f]{32}\.jpg$/) as string,
      mime_type: 'image/jpeg',
      size: expect.any(Number) as number,
      url: `http://localhost:3000/api/chat-files/file/${attachment?.filename}`,
    })
  })

  it('needs no words', async () => {
    const { status, body } = await sendForm(room.doctor, formOf(room, fileOf(await jpeg())))
    expect([status, body.data.content]).toEqual([201, null])
  })

  it('is a picture of our own making, for the two alone', async () => {
    const { body } = await sendForm(room.patient, formOf(room, fileOf(await jpeg(), 'x.svg')))
    const stored = await readFile(pathOf(body.data.attachment!.filename))
    expect(stored.includes(SECRET_NOTE)).toBe(false)
    expect((await sharp(stored).metadata()).format).toBe('jpeg')
    const path = pathIn(body.data)
    for (const { token } of [room.patient, room.doctor]) {
      const { status, headers } = await api('GET', path, { token })
      expect(status).toBe(200)
      expect(headers.get('Content-Type')).toBe('image/jpeg')
      expect(headers.get('Content-Disposition')).toBe('inline')
      expect(headers.get('Cache-Control')).toBe('private, no-store')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
    for (const role of ['patient', 'doctor', 'admin', 'cashier'] as const) {
      const { token } = await person(role)
      expect([403, 404]).toContain((await api('GET', path, { token })).status)
    }
    expect([401, 403]).toContain((await api('GET', path)).status)
  })

  it('may be a PDF, which is downloaded', async () => {
    const file = fileOf(PDF, '../../hasil lab.html', 'text/html')
    const { status, body } = await sendForm(room.patient, formOf(room, file))
    expect(status).toBe(201)
    expect(body.data.attachment).toMatchObject({
      filename: expect.stringMatching(/^[0-9a-f]{32}\.pdf$/) as string,
      mime_type: 'application/pdf',
      size: PDF.length,
    })
    const { headers } = await api('GET', pathIn(body.data), { token: room.doctor.token })
    expect(headers.get('Content-Type')).toBe('application/pdf')
    expect(headers.get('Content-Disposition')).toBe('attachment')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  const TOO_LARGE = 'Ukuran file maksimal 4 MB untuk gambar dan 10 MB untuk PDF.'
  const padded = async (megabytes: number) => {
    const picture = await sharp(pixels).png().toBuffer()
    return Buffer.concat([picture, Buffer.alloc(megabytes * 1024 * 1024)])
  }

  it.each([
    [
      'text',
      async () => Buffer.from('halo'),
      'File harus berupa gambar JPEG, PNG, WebP, atau PDF.',
    ],
    [
      'a page of HTML',
      async () => Buffer.from('<html><script>alert(1)</script></html>'),
      'File harus berupa gambar JPEG, PNG, WebP, atau PDF.',
    ],
    [
      'a picture with half its bytes',
      async () => (await jpeg()).subarray(0, 200),
      'File rusak atau terlalu besar.',
    ],
    ['half a PDF', async () => PDF.subarray(0, 30), 'File rusak atau terlalu besar.'],
    ['a picture of more than 4 MB', async () => padded(4), TOO_LARGE],
    [
      'a PDF of more than 10 MB',
      async () => Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]),
      TOO_LARGE,
    ],
  ])('is not %s', async (_name, bytes, message) => {
    const before = await readdir(join(process.env.MEDIA_DIR ?? '', 'chat-files'))
    const { status, body } = await sendForm(room.patient, formOf(room, fileOf(await bytes())))
    expect([status, body]).toEqual([
      422,
      { success: false, message, errors: { attachment: [message] } },
    ])
    expect(await readdir(join(process.env.MEDIA_DIR ?? '', 'chat-files'))).toEqual(before)
  })

  it('is kept once, however often it is sent', async () => {
    const own = await openRoom()
    const fields = { client_id: 'sekali' }
    const first = await sendForm(own.patient, formOf(own, fileOf(await jpeg()), fields))
    const again = await sendForm(own.patient, formOf(own, fileOf(await jpeg()), fields))
    expect([again.status, again.body.data]).toEqual([200, first.body.data])
    const kept = await rows('SELECT id FROM chat_files WHERE consultation_id = $1', own.id)
    expect(kept).toHaveLength(1)
  })

  it('is refused where a message is', async () => {
    const over = await openRoom({ startsIn: -1800 })
    const scheduled = await openRoom({ startsIn: 60 })
    const file = fileOf(await jpeg())
    const refused = async (to: Room, sender: Person) => {
      const { status, body } = await sendForm(sender, formOf(to, file))
      return [status, body.message]
    }
    expect(await refused(over, over.patient)).toEqual([403, 'Konsultasi sudah berakhir'])
    expect(await refused(scheduled, scheduled.doctor)).toEqual([403, 'Konsultasi belum dimulai'])
    expect(await refused(room, over.patient)).toEqual([403, 'Anda bukan peserta konsultasi ini'])
    expect(await refused({ ...room, id: 2_000_000_000 }, room.patient)).toEqual([
      404,
      'Konsultasi tidak ditemukan',
    ])
    const [count] = await rows(
      'SELECT count(*)::int AS count FROM chat_files WHERE consultation_id = ANY($1)',
      [over.id, scheduled.id],
    )
    expect(count).toEqual({ count: 0 })
  })
})

describe('a file that was uploaded before', () => {
  const attach = async (sender: Person, attachment: unknown, to = room) => {
    const { status, body } = await say(to, sender, '', { attachment })
    return { status, message: body.message, attachment: body.data?.attachment?.id }
  }
  const NOT_SENDABLE = { status: 422, message: 'Lampiran tidak ditemukan atau sudah dikirim.' }

  it('is sent by its id, once', async () => {
    const { status, id } = await upload(room, room.patient, fileOf(await jpeg()))
    expect(status).toBe(201)
    expect(await attach(room.patient, id)).toMatchObject({ status: 201, attachment: id })
    expect(await attach(room.patient, id)).toMatchObject(NOT_SENDABLE)
  })

  it('is sent once, by two at once', async () => {
    const { id } = await upload(room, room.patient, fileOf(await jpeg()))
    const answers = await Promise.all(Array.from({ length: 6 }, () => attach(room.patient, id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422, 422])
  })

  it('is sent by nobody else, and nowhere else', async () => {
    const { id } = await upload(room, room.patient, fileOf(await jpeg()))
    expect(await attach(room.doctor, id)).toMatchObject(NOT_SENDABLE)
    const other = await openRoom()
    expect(await attach(other.patient, id, other)).toMatchObject(NOT_SENDABLE)
    expect(await attach(room.patient, 2_000_000_000)).toMatchObject(NOT_SENDABLE)
  })

  it('comes from a participant, while the consultation is under way', async () => {
    const file = fileOf(await jpeg())
    const over = await openRoom({ isEnded: true })
    const cases = [
      [over, over.patient, 403, 'Konsultasi sudah berakhir'],
      [room, over.patient, 403, 'Anda bukan peserta konsultasi ini'],
      [{ id: 2_000_000_000 }, room.patient, 404, 'Konsultasi tidak ditemukan'],
      [{ id: 'x' as never }, room.patient, 404, 'Konsultasi tidak ditemukan'],
    ] as const
    for (const [to, sender, status, message] of cases) {
      expect(await upload(to, sender, file)).toMatchObject({ status, message })
    }
    for (const role of ['admin', 'cashier', 'editor'] as const) {
      expect((await upload(room, await person(role), file)).status).toBe(403)
    }
  })
})

describe('the sweeper', () => {
  it('takes away what was never sent, a day later, and nothing else', async () => {
    const [unused, young, sent] = [
      await upload(room, room.patient, fileOf(await jpeg())),
      await upload(room, room.patient, fileOf(await jpeg())),
      await upload(room, room.patient, fileOf(await jpeg())),
    ]
    expect((await say(room, room.patient, '', { attachment: sent.id })).status).toBe(201)
    await rows(
      `UPDATE chat_files SET created_at = now() - interval '25 hours' WHERE id = ANY($1)`,
      [unused.id, sent.id],
    )
    await sweepFiles(await testPayload())
    const left = await rows<{ id: number }>(
      'SELECT id FROM chat_files WHERE id = ANY($1) ORDER BY id',
      [unused.id, young.id, sent.id],
    )
    expect(left.map(({ id }) => id)).toEqual([young.id, sent.id])
    await expect(readFile(pathOf(unused.filename))).rejects.toThrow('ENOENT')
    expect((await readFile(pathOf(sent.filename))).length).toBeGreaterThan(0)
  })
})
