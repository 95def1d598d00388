import { beforeAll, describe, it } from 'vitest'

import { databaseOf, makeConsultation, makeDoctor } from '@/plugins/consultations/testing'

import { person } from '../support/apotek'
import type { Part } from '../support/described'
import { describedPart, isOfChat, testCompleteness, testWhatAllAnswer } from '../support/described'
import { testPayload } from '../support/payload'
import { png } from '../support/pictures'
import type { Call } from '../support/reference'

const UNKNOWN = 2_000_000_000

const MESSAGES = 'POST /api/chats/messages'
const HISTORY = 'GET /api/chats/consultation/{id}/messages'
const STATUS = 'GET /api/chats/consultation/{id}/status'
const READ = 'POST /api/chats/consultation/{id}/read'

const NOT_FOUND = 'Konsultasi tidak ditemukan'
const NOT_MINE = 'Anda bukan peserta konsultasi ini'

let part: Part
/** Ids of consultations of the part's patient and doctor. */
let room: number
let over: number
let scheduled: number

beforeAll(async () => {
  part = await describedPart(isOfChat)
  const database = databaseOf(await testPayload())
  const { patient, doctor } = part.everyone
  const { id } = await makeDoctor(database, { user: doctor.id })
  const make = async (startsIn: number) =>
    makeConsultation(database, { patient: patient.id, doctor: id, startsIn })
  room = await make(0)
  over = await make(-3600)
  scheduled = await make(3600)
})

testWhatAllAnswer(() => part, {
  bodiesFor: (key) => (key === READ ? [{ seq: 1 }, { seq: 2 }] : [{}, {}]),
  unknownId: UNKNOWN,
  notFound: () => NOT_FOUND,
})

describe('what each endpoint answers as described', () => {
  const ask = async (...expected: Parameters<Part['expectAnswer']>) =>
    part.expectAnswer(...expected)
  const mine = (body: Record<string, unknown>): Call => ({
    token: part.everyone.patient.token,
    body: { consultation_id: room, ...body },
  })

  it('sending', async () => {
    await ask(MESSAGES, mine({ content: 'halo', client_id: 'a' }), 201)
    await ask(MESSAGES, mine({ content: 'halo', client_id: 'a' }), 200)
    const { token } = await person('patient')
    await ask(MESSAGES, { ...mine({ content: 'x' }), token }, 403, NOT_MINE)
    await ask(MESSAGES, mine({ content: 'x', consultation_id: UNKNOWN }), 404, NOT_FOUND)
    const late = mine({ content: 'x', consultation_id: over })
    await ask(MESSAGES, late, 403, 'Konsultasi sudah berakhir')
    const early = mine({ content: 'x', consultation_id: scheduled })
    await ask(MESSAGES, early, 403, 'Konsultasi belum dimulai')
    await ask(MESSAGES, mine({ content: ' ' }), 422, 'Pesan tidak boleh kosong.')
    const unknown = 'Lampiran tidak ditemukan atau sudah dikirim.'
    await ask(MESSAGES, mine({ attachment: UNKNOWN }), 422, unknown)
  })

  it('sending a file', async () => {
    const { token } = part.everyone.patient
    const sending = async (data: Buffer): Promise<Call> => {
      const form = new FormData()
      form.set('consultation_id', String(room))
      form.set('attachment', new File([new Uint8Array(data)], 'x'))
      return { token, body: form }
    }
    const { data } = await png('x.png')
    await ask(MESSAGES, await sending(data), 201)
    const type = 'File harus berupa gambar JPEG, PNG, WebP, atau PDF.'
    await ask(MESSAGES, await sending(Buffer.from('x')), 422, type)
    const broken = await sending(data.subarray(0, 60))
    await ask(MESSAGES, broken, 422, 'File rusak atau terlalu besar.')
    const large = 'Ukuran file maksimal 4 MB untuk gambar dan 10 MB untuk PDF.'
    await ask(MESSAGES, await sending(Buffer.alloc(10 * 1024 * 1024 + 1)), 422, large)
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
    const torn = { token, text: '--x', headers }
    await ask(MESSAGES, torn, 400, 'Formulir tidak dapat dibaca.')
  })

  it('reading', async () => {
    const { token } = part.everyone.doctor
    const params = { id: room }
    await ask(HISTORY, { token, params, query: '?after=0&limit=2' }, 200)
    await ask(STATUS, { token, params }, 200)
    await ask(STATUS, { token, params: { id: over } }, 200)
    await ask(READ, { token, params, body: { seq: 1 } }, 200)
    const stranger = (await person('doctor')).token
    for (const key of [HISTORY, STATUS, READ]) {
      const body = key === READ ? { body: { seq: 1 } } : {}
      await ask(key, { token: stranger, params, ...body }, 403, NOT_MINE)
    }
  })
})

testCompleteness(() => part)
