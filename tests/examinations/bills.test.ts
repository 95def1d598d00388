import { beforeAll, describe, expect, it } from 'vitest'

import { databaseOf, makeConsultation } from '@/plugins/consultations/testing'
import { AMOUNT_MAX } from '@/lib/fields'
import type { Pemeriksaan } from '@/payload-types'

import type { TestDoctor } from '../consultations/support'
import { doctorOf, noticesOf } from '../consultations/support'
import { graphql } from '../support/api'
import { person, rows } from '../support/apotek'
import { postOnce, rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { atGateway, bill, confirm, paying, stateOf, whileLocked } from './support'

const LINES = [
  { name: 'Konsultasi', price: 50_000, quantity: 1 },
  { name: 'Tes darah', price: 12_500, quantity: 3 },
]
const TOTAL = 87_500
const SECRET = 'rahasia-medis-4711'
const EXAMINED = 'Tes yang memalukan'

let admin: Person
let cashier: Person
let doctor: TestDoctor
let patient: Person

beforeAll(async () => {
  await testSimulator()
  admin = await person('admin')
  cashier = await person('cashier')
  doctor = await doctorOf()
  patient = await person('patient')
  // They have met in a consultation, which is over.
  const met = { patient: patient.id, doctor: doctor.id, isEnded: true }
  await makeConsultation(databaseOf(await testPayload()), met)
})

const create = async (who: Person, body: Record<string, unknown>) =>
  rest<Pemeriksaan>('POST', '/pemeriksaan?depth=0', who, { items: LINES, ...body })

const made = async (who: Person, body: Record<string, unknown>): Promise<Pemeriksaan> => {
  const { status, body: answer } = await create(who, body)
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(answer)}`)
  return answer.doc
}

const change = async (who: Person, id: string, body: Record<string, unknown>) =>
  rest<Pemeriksaan>('PATCH', `/pemeriksaan/${id}?depth=0`, who, body)

const faults = ({ status, body }: Awaited<ReturnType<typeof create>>) => [
  status,
  body.errors.map(({ message }) => message),
]

describe('a bill that a doctor writes', () => {
  it('has a number, a total and a doctor of the server’s, whatever was sent', async () => {
    const sent = {
      patient: patient.id,
      id: 'x',
      number: 1,
      total: 1,
      dibayar: true,
      paidAt: '2001-01-01T00:00:00.000Z',
      paidBy: admin.id,
      paymentMethod: 'cash',
      cashReceived: 1,
      transaction: 'x',
      refundedAt: '2001-01-01T00:00:00.000Z',
    }
    const first = await made(doctor.user, sent)
    await change(doctor.user, first.id, { notes: 'Tekanan darah 120/80.' })
    const second = await made(doctor.user, sent)
    expect(first).toMatchObject({
      id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-7/),
      total: TOTAL,
      patient: patient.id,
      doctor: doctor.id,
      dibayar: false,
      paidAt: null,
    })
    // What is saved again draws none.
    expect(second.number).toBe(Number(first.number) + 1)
    expect(await stateOf(first.id)).toMatchObject({
      ...{ dibayar: false, paid: false, by: null, method: null, online: false, refunded: false },
    })
  })

  it('is told to the patient, with its link and none of what was examined', async () => {
    const one = await person('patient')
    const { id } = await made(admin, {
      patient: one.id,
      doctor: doctor.id,
      items: [{ name: EXAMINED, price: 1, quantity: 1 }],
    })
    expect(await noticesOf(one)).toEqual(['bill-ready'])
    const [{ text } = { text: '' }] = await rows<{ text: string }>(
      'SELECT title || body AS text FROM notifications WHERE user_id = $1',
      one.id,
    )
    expect(text).toContain(`/pemeriksaan/${id}`)
    expect(text).not.toContain(EXAMINED)
  })

  it('is the doctor’s own: not another doctor’s, nor that of a login without a doctor', async () => {
    const other = await doctorOf()
    const foreign = await create(doctor.user, { patient: patient.id, doctor: other.id })
    expect(faults(foreign)).toEqual([422, ['Dokter hanya membuat pemeriksaan sendiri.']])
    const nobody = await person('doctor')
    const missing = await create(nobody, { patient: patient.id })
    expect(faults(missing)).toEqual([422, ['Akun ini belum punya data dokter.']])
  })

  it('is for a patient whom the doctor knows, and nobody learns who else there is', async () => {
    const stranger = await person('patient')
    const unknown = [422, ['Pasien tidak ditemukan.']]
    for (const id of [stranger.id, cashier.id, 2_000_000_000, 'x', null, undefined, -1, 1.5])
      expect([id, faults(await create(doctor.user, { patient: id }))]).toEqual([id, unknown])
    // Admins know everybody, and that cashiers are no patients.
    expect(faults(await create(admin, { patient: cashier.id, doctor: doctor.id }))).toEqual(unknown)
    await made(admin, { patient: stranger.id, doctor: doctor.id })
    // Now they have met.
    await made(doctor.user, { patient: stranger.id })
    const { body } = await rest<{ name: string }>('GET', `/users/${stranger.id}`, doctor.user)
    expect(body).toMatchObject({ name: stranger.name })
    expect(body).not.toHaveProperty('email')
  })

  it('names a new patient by their exact e-mail or phone', async () => {
    const phone = `0812${Date.now()}`.slice(0, 13)
    const stranger = await person('patient')
    await rows('UPDATE users SET phone = $1 WHERE id = $2', phone, stranger.id)
    const contacts = [
      stranger.email,
      ` ${stranger.email.toUpperCase()} `,
      phone,
      `+62 ${phone.slice(1, 5)}-${phone.slice(5)}`,
    ]
    for (const patientContact of contacts) {
      const doc = await made(doctor.user, { patientContact })
      expect([patientContact, doc.patient]).toEqual([patientContact, stranger.id])
    }
    const notFound = [422, ['Tidak ada pasien dengan email atau telepon ini.']]
    for (const patientContact of [
      phone.slice(0, -1),
      stranger.email.slice(1),
      cashier.email,
      '%',
      '0',
      '0000000000000',
    ]) {
      expect(faults(await create(doctor.user, { patientContact }))).toEqual(notFound)
    }
    const twin = await person('patient')
    await rows('UPDATE users SET phone = $1 WHERE id = $2', phone, twin.id)
    const ambiguous = await create(doctor.user, { patientContact: phone })
    expect(faults(ambiguous)).toEqual([422, ['Nomor ini dipakai beberapa pasien; gunakan email.']])
  })

  it('has lines that can be paid', async () => {
    const line = { name: 'x', price: 1, quantity: 1 }
    for (const items of [
      [],
      null,
      [{ ...line, price: -1 }],
      [{ ...line, price: 1.5 }],
      [{ ...line, price: 'x' }],
      [{ ...line, quantity: 0 }],
      [{ ...line, quantity: 1.5 }],
      [{ ...line, name: '' }],
      [{ ...line, name: 'x'.repeat(201) }],
      Array.from({ length: 101 }, () => line),
      'x',
    ]) {
      const { status } = await create(doctor.user, { patient: patient.id, items })
      expect([items, status]).toEqual([items, 400])
    }
    const dear = { ...line, price: AMOUNT_MAX, quantity: 2 }
    const tooLarge = await create(doctor.user, { patient: patient.id, items: [dear] })
    expect(faults(tooLarge)).toEqual([422, ['Total tagihan terlalu besar.']])
  })

  it.each([5, 1, true, 'x', {}, [5], ['x'], [null], [[]], [], null].map((items) => ({ items })))(
    'is no bill without lines: %j',
    async ({ items }) => {
      const { status } = await create(doctor.user, { patient: patient.id, items })
      expect(status).toBe(400)
      const { id, total, doctor: own } = await bill()
      expect((await change(own, id, { items })).status).toBe(400)
      expect(await stateOf(id)).toMatchObject({ total })
    },
  )

  it('is made once for the same Idempotency-Key', async () => {
    const body = { patient: patient.id, items: LINES }
    const key = `tagihan-${Date.now()}`
    const first = await postOnce(doctor.user, '/pemeriksaan', key, body)
    const second = await postOnce(doctor.user, '/pemeriksaan', key, body)
    expect([first.status, second]).toEqual([201, first])
  })
})

describe('medical notes', () => {
  it('are read by the doctor and the patient, and by nobody else', async () => {
    const { id } = await made(doctor.user, { patient: patient.id, notes: SECRET })
    const path = `/pemeriksaan/${id}?depth=2`
    for (const who of [doctor.user, patient]) {
      expect((await rest<Pemeriksaan>('GET', path, who)).body.notes).toBe(SECRET)
    }
    const query = `{ Pemeriksaan(id: "${id}") { number notes } }`
    for (const who of [admin, cashier]) {
      const { status, body } = await rest('GET', path, who)
      expect([status, JSON.stringify(body)]).toEqual([200, expect.not.stringContaining(SECRET)])
      const answer = await graphql(query, { token: who.token })
      expect(JSON.stringify(answer.body)).toContain('number')
      expect(JSON.stringify(answer.body)).not.toContain(SECRET)
    }
    for (const who of [await person('patient'), (await doctorOf()).user, await person('editor')]) {
      const { status, body } = await rest('GET', path, who)
      expect([403, 404]).toContain(status)
      expect(JSON.stringify(body)).not.toContain(SECRET)
    }
  })

  it('are not found out by filters, orders, or what a change answers', async () => {
    const { id } = await made(doctor.user, { patient: patient.id, notes: SECRET })
    for (const who of [admin, cashier]) {
      for (const ask of [
        `where[notes][like]=${SECRET}`,
        `where[and][0][notes][exists]=true`,
        'sort=notes',
        'sort=-date,-notes',
      ]) {
        const { status, body } = await rest('GET', `/pemeriksaan?${ask}`, who)
        expect([ask, status]).toEqual([ask, 400])
        expect(JSON.stringify(body)).not.toContain(id)
      }
      const count = await rest('GET', `/pemeriksaan/count?where[notes][like]=${SECRET}`, who)
      expect([400, 403]).toContain(count.status)
      const exported = await rest('GET', '/pemeriksaan/export?fields=notes', who)
      expect(JSON.stringify(exported.body)).not.toContain(SECRET)
    }
    const changed = await change(admin, id, { date: '2026-11-20T03:00:00.000Z', notes: 'lain' })
    expect([changed.status, JSON.stringify(changed.body)]).toEqual([
      200,
      expect.not.stringContaining(SECRET),
    ])
    const taken = await rest('POST', `/pemeriksaan/${id}/take-payment`, cashier, {})
    expect([taken.status, JSON.stringify(taken.body)]).toEqual([
      200,
      expect.not.stringContaining(SECRET),
    ])
    // And what others save does not touch them.
    expect((await rest<Pemeriksaan>('GET', `/pemeriksaan/${id}`, patient)).body.notes).toBe(SECRET)
  })
})

it('keeps both, when notes are saved while the bill is corrected', async () => {
  const { id, doctor: own } = await bill()
  const answers = await whileLocked(
    id,
    async () => change(own, id, { items: LINES }),
    async () => change(own, id, { notes: SECRET }),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const { body } = await rest<Pemeriksaan>('GET', `/pemeriksaan/${id}`, own)
  expect(body).toMatchObject({ total: TOTAL, items: LINES, notes: SECRET })
})

describe('a bill that is paid, or being paid', () => {
  const LOWER = [{ name: 'Konsultasi', price: 1, quantity: 1 }]

  it('is not changed, but for its notes', async () => {
    const { id, total, doctor: own } = await bill({ items: LINES })
    const payment = await paying(id)
    const beingPaid = [
      409,
      ['Tagihan ini sedang dibayar daring; akhiri pembayaran daringnya dahulu.'],
    ]
    const isPaid = [409, ['Tagihan yang sudah dibayar tidak dapat diubah.']]
    const tries = [{ items: LOWER }, { date: '2001-01-01T00:00:00.000Z' }, { items: [] }]
    for (const body of tries) expect(faults(await change(own, id, body))).toEqual(beingPaid)
    expect((await change(own, id, { notes: SECRET })).status).toBe(200)
    await atGateway(payment, 'settlement')
    await confirm(payment.order_id)
    for (const who of [own, admin]) {
      for (const body of tries) expect(faults(await change(who, id, body))).toEqual(isPaid)
    }
    const other = { patient: patient.id }
    expect(faults(await change(admin, id, other))).toEqual(isPaid)
    expect((await change(own, id, { notes: 'baru', items: LINES })).status).toBe(200)
    expect(await stateOf(id)).toMatchObject({ dibayar: true, online: true, total })
  })

  it('can be changed again when its online payment was ended', async () => {
    const { id, doctor: own, patient: payer } = await bill()
    await paying(id)
    const end = async (who: Person) => rest('POST', `/pemeriksaan/${id}/end-charge`, who)
    for (const who of [payer, await person('editor')]) expect((await end(who)).status).toBe(403)
    expect((await end((await doctorOf()).user)).status).toBe(404)
    expect((await end(own)).status).toBe(200)
    expect((await change(own, id, { items: LOWER })).status).toBe(200)
    expect(await stateOf(id)).toMatchObject({ total: 1, transaction: 'FAILED' })
    // Nothing is live: nothing is ended.
    expect((await end(cashier)).status).toBe(200)
    const payment = await paying(id)
    await atGateway(payment, 'settlement')
    const answer = await end(cashier)
    expect([answer.status, answer.body.errors[0]?.message]).toEqual([
      400,
      'Pemeriksaan sudah dibayar',
    ])
    expect(await stateOf(id)).toMatchObject({ dibayar: true, online: true })
  })

  it('is not deleted, once anybody was asked for its money', async () => {
    const remove = async (id: string) => rest('DELETE', `/pemeriksaan/${id}`, admin)
    const untouched = await bill()
    expect((await remove(untouched.id)).status).toBe(200)
    const asked = await bill()
    await paying(asked.id)
    const taken = await bill()
    await rest('POST', `/pemeriksaan/${taken.id}/take-payment`, cashier, {})
    for (const { id } of [asked, taken]) {
      const { status, body } = await remove(id)
      expect([status, body.errors[0]?.message]).toEqual([
        409,
        'Tagihan ini sudah pernah dibayar atau ditagih; tidak dapat dihapus.',
      ])
      expect(await stateOf(id)).toBeDefined()
    }
  })
})
