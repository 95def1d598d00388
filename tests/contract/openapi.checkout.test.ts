import { beforeAll, describe, expect, it } from 'vitest'

import { databaseOf, makeConsultation, makeDoctor } from '@/plugins/consultations/testing'
import { makeObat } from '@/plugins/pharmacy/testing'

import { bill } from '../examinations/support'
import { checkOut, PAGE } from '../payments/gateway'
import { noticeOf } from '../payments/notices'
import { charged, payAtGateway, sync } from '../payments/orders.support'
import type { Sold } from '../payments/refunding'
import { QRIS, shopeePay, sold, VA } from '../payments/refunding'
import { makeWare } from '../payments/ware'
import { atDesk, person, placed, rows } from '../support/apotek'
import {
  insertAgenda,
  insertCoupon,
  insertCourse,
  insertEnrollment,
  insertRegistration,
  lessonsOf,
} from '../support/courses'
import type { Part, Ways } from '../support/described'
import {
  describedPart,
  isOfCheckout,
  testCompleteness,
  testExports,
  testWhatAllAnswer,
} from '../support/described'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { png } from '../support/pictures'
import type { Call } from '../support/reference'
import { testSimulator, whileAway } from '../support/simulator'

const UNKNOWN = '0190c1c7-0000-7000-8000-000000000000'

const COURSE = 'POST /api/v1/courses/{id}/checkout'
const AGENDA = 'POST /api/v1/agendas/{id}/checkout'
const PAYMENTS = 'POST /api/payments'
const SYNC = 'POST /api/transactions/{id}/sync'
const REFUND = 'POST /api/transactions/{id}/refund'
const APPROVE = 'POST /api/transactions/{id}/approve'
const DENY = 'POST /api/transactions/{id}/deny'

const ORDERED = 'Order berhasil dibuat. Silakan selesaikan pembayaran.'
const NOT_CREATED = 'Pembayaran belum dapat dibuat, silakan coba lagi.'
const AWAY = 'Payment gateway tidak dapat dihubungi, silakan coba lagi.'
const COUPON_INVALID = 'Kode kupon tidak valid atau sudah kedaluwarsa'
const NO_ORDER = 'Order tidak ditemukan'

/** Two bodies that each endpoint with an `Idempotency-Key` can read. */
const bodiesFor = (key: string): [unknown, unknown] => {
  if (key === PAYMENTS) return [{ type: 'order', id: 2_000_000_000 }, { type: 'x' }]
  if (key === REFUND) return [{ reason: 'salah' }, { reason: 'batal' }]
  if (key.endsWith('/progress')) return [{ lesson_id: 'x' }, { lesson_id: 'y' }]
  return [{ payment_method: 'QRIS' }, { payment_method: 'E_WALLET' }]
}

const notFound = (key: string): string => {
  if (key.includes('/courses/')) return 'Kursus tidak ditemukan'
  if (key.includes('/agendas/')) return 'Agenda tidak ditemukan'
  if (key.includes('/coupons/')) return 'Kupon tidak ditemukan.'
  return key.includes('/transactions/') ? 'Transaksi tidak ditemukan.' : NO_ORDER
}

const WAYS: Ways = { bodiesFor, unknownId: UNKNOWN, notFound }

type Answered = { data: { order: { id: string } }; totalDocs: number }

let part: Part
let everyone: Part['everyone']
let buyer: Person
let admin: Person

const expectAnswer = async (...expected: Parameters<Part['expectAnswer']>): Promise<Answered> =>
  part.expectAnswer(...expected)

beforeAll(async () => {
  await testSimulator()
  part = await describedPart(isOfCheckout)
  ;({ everyone } = part)
  ;({ admin, patient: buyer } = everyone)
})

const checkout = (id: string, rest: object = {}): Call => ({
  params: { id },
  token: buyer.token,
  body: { payment_method: 'BANK_TRANSFER', ...rest },
})

const anOrder = async (): Promise<number> => {
  const obat = await makeObat(await testPayload(), { stock: 10 })
  return (await placed(buyer, [{ obat_id: obat.id, quantity: 1 }], { payment_method: 'qris' })).id
}

/** A card payment that the gateway finds suspicious. */
const challenged = async (): Promise<{ id: string; orderId: string }> => {
  const { id, gatewayOrderId } = await checkOut(buyer, await makeWare(), { way: PAGE })
  const orderId = String(gatewayOrderId)
  const simulator = await testSimulator()
  simulator.change(orderId, {
    transaction_status: 'capture',
    payment_type: 'credit_card',
    fraud_status: 'challenge',
    notify: 0,
  })
  await sync({ id })
  return { id, orderId }
}

testWhatAllAnswer(() => part, WAYS)

describe('what each endpoint answers as described', () => {
  testExports(() => part, 3)

  it('checking out a course', async () => {
    await insertCoupon({ code: 'LIMA', type: 'FIXED', value: 5000 })
    const course = await insertCourse()
    await expectAnswer(COURSE, checkout(course, { coupon_code: 'LIMA' }), 201, ORDERED)
    const wrong = checkout(await insertCourse(), { coupon_code: 'TIDAK-ADA' })
    await expectAnswer(COURSE, wrong, 400, COUPON_INVALID)
    const owned = await insertCourse()
    await insertEnrollment(buyer.id, owned)
    const already = 'Anda sudah memiliki akses ke kursus ini'
    await expectAnswer(COURSE, checkout(owned), 400, already)
  })

  it('checking out an agenda', async () => {
    await expectAnswer(AGENDA, checkout(await insertAgenda()), 201, ORDERED)
    const free = await insertAgenda({ price: 0 })
    await expectAnswer(AGENDA, checkout(free), 201, ORDERED)
    await expectAnswer(AGENDA, checkout(free), 400, 'Anda sudah terdaftar di agenda ini')
    const full = await insertAgenda({ capacity: 1 })
    await insertRegistration((await person('patient')).id, full)
    await expectAnswer(AGENDA, checkout(full), 400, 'Kuota agenda sudah penuh')
    const over = await insertAgenda({ startsAt: '2020-01-01T02:00:00.000Z' })
    await expectAnswer(AGENDA, checkout(over), 400, 'Agenda sudah berakhir')
    const coupon = checkout(await insertAgenda(), { coupon_code: 'TIDAK-ADA' })
    await expectAnswer(AGENDA, coupon, 400, COUPON_INVALID)
  })

  it('asking what a coupon takes off, and who used it', async () => {
    const key = 'POST /api/v1/coupons/validate'
    const course = await insertCourse()
    const coupon = await insertCoupon({ code: 'SEPULUH' })
    const asked = (code: string, course_id: string): Call => ({
      token: buyer.token,
      body: { code, course_id },
    })
    await expectAnswer(key, asked('SEPULUH', course), 200)
    await expectAnswer(key, asked('TIDAK-ADA', course), 400, COUPON_INVALID)
    await expectAnswer(key, asked('SEPULUH', UNKNOWN), 404, 'Kursus tidak ditemukan')

    await expectAnswer(COURSE, checkout(course, { coupon_code: 'SEPULUH' }), 201)
    const uses = { params: { id: coupon }, token: admin.token }
    const { totalDocs } = await expectAnswer('GET /api/coupons/{id}/uses', uses, 200)
    expect(totalDocs).toBe(1)
  })

  it('marking lessons', async () => {
    const key = 'POST /api/v1/me/courses/{id}/progress'
    const course = await insertCourse({ lessons: [{}] })
    const [lesson] = await lessonsOf(course)
    const mark = (lesson_id: string | undefined): Call => ({
      params: { id: course },
      token: buyer.token,
      body: { lesson_id },
    })
    await expectAnswer(key, mark(lesson), 403, 'Anda belum terdaftar di kursus ini')
    await insertEnrollment(buyer.id, course)
    await expectAnswer(key, mark(lesson), 200)
    await expectAnswer(key, mark('x'), 422, 'Pelajaran tidak ada di kursus ini')
  })

  it("paying on the gateway's page", async () => {
    const pay = (id: number | string, type = 'order'): Call => ({
      token: buyer.token,
      body: { type, id },
    })
    const open = await anOrder()
    await expectAnswer(PAYMENTS, pay(open), 201, 'Pembayaran berhasil dibuat.')
    await expectAnswer(PAYMENTS, pay('x'), 404, NO_ORDER)
    await expectAnswer(PAYMENTS, pay(open, 'apa'), 422, 'Yang dibayar tidak dikenal.')
    const paid = await anOrder()
    await atDesk(everyone.cashier, 'confirm-payment', paid)
    await expectAnswer(PAYMENTS, pay(paid), 400, 'Order already paid')
    const gone = await anOrder()
    await atDesk(everyone.cashier, 'cancel', gone, { reason: 'habis' })
    await expectAnswer(PAYMENTS, pay(gone), 400, 'Order cancelled')
  })

  it("paying a doctor on the gateway's page", async () => {
    const database = databaseOf(await testPayload())
    const pay = (doctor: number): Call => ({ token: buyer.token, body: { doctor_id: doctor } })
    const doctor = async (rest: object = {}): Promise<number> => {
      const { id: user } = await person('doctor')
      return (await makeDoctor(database, { user, ...rest })).id
    }
    const free = await doctor({ maxConcurrent: 1 })
    await expectAnswer(PAYMENTS, pay(free), 201, 'Pembayaran berhasil dibuat.')
    await expectAnswer(PAYMENTS, pay(2_000_000_000), 404, 'Dokter tidak ditemukan')
    const off = await doctor({ isOnDuty: false })
    await expectAnswer(PAYMENTS, pay(off), 409, 'Dokter sedang tidak praktik')
    const other = { ...pay(free), token: (await person('patient')).token }
    await expectAnswer(PAYMENTS, other, 409, 'Dokter sedang penuh')
    const met = await doctor()
    await makeConsultation(database, { patient: buyer.id, doctor: met })
    await expectAnswer(PAYMENTS, pay(met), 409, 'Anda masih memiliki konsultasi aktif')
  })

  it("paying a course or an agenda on the gateway's page", async () => {
    const pay = (type: string, id: string, rest: object = {}): Call => ({
      token: buyer.token,
      body: { type, id, ...rest },
    })
    await expectAnswer(PAYMENTS, pay('course', await insertCourse()), 201)
    await expectAnswer(PAYMENTS, pay('course', UNKNOWN), 404, 'Kursus tidak ditemukan')
    const owned = await insertCourse()
    await insertEnrollment(buyer.id, owned)
    const already = 'Anda sudah memiliki akses ke kursus ini'
    await expectAnswer(PAYMENTS, pay('course', owned), 400, already)
    const wrong = pay('course', await insertCourse(), { coupon_code: 'TIDAK-ADA' })
    await expectAnswer(PAYMENTS, wrong, 400, COUPON_INVALID)

    const agenda = await insertAgenda()
    await expectAnswer(PAYMENTS, pay('agenda', agenda), 201)
    await expectAnswer(PAYMENTS, pay('agenda', UNKNOWN), 404, 'Agenda tidak ditemukan')
    const taken = await insertAgenda({ capacity: 1 })
    await insertRegistration((await person('patient')).id, taken)
    await expectAnswer(PAYMENTS, pay('agenda', taken), 400, 'Kuota agenda sudah penuh')
    const over = await insertAgenda({ startsAt: '2020-01-01T02:00:00.000Z' })
    await expectAnswer(PAYMENTS, pay('agenda', over), 400, 'Agenda sudah berakhir')
    const registered = await insertAgenda()
    await insertRegistration(buyer.id, registered)
    const twice = 'Anda sudah terdaftar di agenda ini'
    await expectAnswer(PAYMENTS, pay('agenda', registered), 400, twice)
  })

  it("paying a bill on the gateway's page", async () => {
    const { cashier } = everyone
    const pay = (id: string): Call => ({ token: buyer.token, body: { type: 'pemeriksaan', id } })
    const { id } = await bill({ patient: buyer })
    const take = async (verb: string, who: Person, body: object) =>
      rest('POST', `/pemeriksaan/${id}/${verb}`, who, body)
    await expectAnswer(PAYMENTS, pay(UNKNOWN), 404, 'Pemeriksaan tidak ditemukan')
    await expectAnswer(PAYMENTS, pay(id), 201)
    await take('take-payment', cashier, {})
    await expectAnswer(PAYMENTS, pay(id), 400, 'Pemeriksaan sudah dibayar')
    await take('give-back', admin, { reason: 'Salah tagih' })
    await expectAnswer(PAYMENTS, pay(id), 400, 'Uang pemeriksaan ini sudah dikembalikan')
  })

  it.each(['POST /api/v1/payments/notification', 'POST /api/payments/midtrans/callback'])(
    "the gateway's notices: %s",
    async (key) => {
      const { order_id: orderId, amount } = await charged(buyer, await anOrder())
      await payAtGateway({ order_id: orderId })
      const body = noticeOf(orderId, amount)
      await expectAnswer(key, { body }, 200, 'OK')
      const forged = { ...body, signature_key: 'x' }
      await expectAnswer(key, { body: forged }, 403, 'Invalid signature')
      await expectAnswer(key, { body: noticeOf('INV-OBT-2020-0001', 1) }, 404, NO_ORDER)
      for (const text of ['{', '[]', 'null']) {
        await expectAnswer(key, { text }, 400, 'JSON tidak valid.')
      }
    },
  )

  it('reading what was asked for', async () => {
    const course = await insertCourse()
    const { data } = await expectAnswer(COURSE, checkout(course), 201)
    const params = { id: data.order.id }
    const other = await person('patient')
    for (const key of ['GET /api/v1/orders/{id}', 'GET /api/v1/orders/{id}/status']) {
      await expectAnswer(key, { params, token: buyer.token }, 200)
      await expectAnswer(key, { params, token: everyone.cashier.token }, 200)
      await expectAnswer(key, { params, token: other.token }, 404, NO_ORDER)
    }
    await expectAnswer('GET /api/v1/me/transactions', { token: buyer.token }, 200)
    const timeline = 'GET /api/transactions/{id}/timeline'
    await expectAnswer(timeline, { params, token: everyone.cashier.token }, 200)
    await expectAnswer(timeline, { params, token: admin.token }, 200)

    const totals = 'GET /api/transactions/totals'
    const sum = (query: string): Call => ({ token: admin.token, query })
    await expectAnswer(totals, sum('?where={"status":{"equals":"PENDING"}}'), 200)
    const unreadable = 'Saringan atau urutan tidak dapat dibaca.'
    await expectAnswer(totals, sum('?where={"nonsense":{"equals":1}}'), 400, unreadable)
    await expectAnswer(totals, sum(`?search=${'x'.repeat(201)}`), 422, 'search maksimal 200 huruf.')
  })

  it('the methods of payment, and their pictures', async () => {
    await expectAnswer('GET /api/v1/payment-methods', { token: buyer.token }, 200)
    const icon = 'GET /api/v1/payment-methods/icons/{channel}'
    await expectAnswer(icon, { params: { channel: 'bni.svg' } }, 200)
    await expectAnswer(icon, { params: { channel: 'x.svg' } }, 404, 'Gambar tidak ditemukan')
  })

  it('an inbox', async () => {
    const { token } = buyer
    await expectAnswer('GET /api/notifications/unread', { token }, 200)
    await expectAnswer('POST /api/notifications/read-all', { token }, 200, 'OK')
  })
})

describe('what admins do with a transaction', () => {
  const by = (id: string, body?: unknown): Call => ({
    params: { id },
    token: admin.token,
    ...(body === undefined ? {} : { body }),
  })
  const because = { reason: 'Salah beli' }

  const expectRefusals = async (
    { id }: Sold,
    refusals: [body: unknown, status: number, message: string][],
  ) => {
    for (const [body, status, message] of refusals) {
      await expectAnswer(REFUND, by(id, body), status, message)
    }
  }

  /** A form with a file as its proof. */
  const withProof = (content: Uint8Array, fields: Record<string, string>): FormData => {
    const form = new FormData()
    for (const [name, text] of Object.entries(fields)) form.set(name, text)
    form.set('proof', new File([Uint8Array.from(content)], 'bukti.png', { type: 'image/png' }))
    return form
  }

  it('asking the gateway', async () => {
    const { id } = await sold(admin, buyer)
    await expectAnswer(SYNC, by(id), 200, 'OK')
  })

  it('giving money back through the gateway', async () => {
    const one = await sold(admin, buyer, { way: shopeePay })
    await expectRefusals(one, [
      [
        { ...because, gatewayOrderId: 'INV-0' },
        422,
        'Pembayaran ini tidak ada pada transaksi ini.',
      ],
      [{ ...because, amount: 50_001 }, 422, 'Paling banyak Rp 50.000 yang dapat dikembalikan.'],
      [
        { ...because, amount: 1000 },
        422,
        'ShopeePay hanya dapat dikembalikan seluruhnya lewat gateway.',
      ],
    ])
    await expectAnswer(REFUND, by(one.id, because), 200, 'OK')
    const nothing = 'Tidak ada dana yang dapat dikembalikan dari transaksi ini.'
    await expectAnswer(REFUND, by(one.id, because), 409, nothing)
  })

  it('what the gateway refuses, or does not answer', async () => {
    const { id } = await sold(admin, buyer, { way: QRIS })
    const simulator = await testSimulator()
    simulator.fault({ route: 'refund', kind: 'refuse' })
    const refused =
      'Gateway menolak pengembalian ini: Midtrans (refund): 400 Refused by the simulator; Refused by the simulator'
    await expectAnswer(REFUND, by(id, because), 409, refused)
    simulator.fault({ route: 'refund', kind: '500', times: 10 })
    await expectAnswer(REFUND, by(id, because), 202, 'OK')
    simulator.clearFaults()
    const underWay = 'Pengembalian lain untuk transaksi ini masih diproses.'
    await expectAnswer(REFUND, by(id, because), 409, underWay)
    // The sweeper of whatever comes later has nothing to do with it.
    await rows(`UPDATE refunds SET status = 'FAILED' WHERE transaction_id = $1`, id)
  })

  it('money that the bank has taken back', async () => {
    const { id, orderId } = await sold(admin, buyer)
    const simulator = await testSimulator()
    simulator.change(orderId, { transaction_status: 'chargeback', notify: 0 })
    await sync({ id })
    const disputed = 'Pembayaran ini disengketakan; dananya sudah ditarik oleh bank.'
    await expectAnswer(REFUND, by(id, because), 409, disputed)
  })

  it('giving money back by hand', async () => {
    const one = await sold(admin, buyer, { way: VA })
    const fields = { note: 'BCA 123', ...because }
    const { data } = await png('bukti.png')
    const picture = Uint8Array.from(data)
    const notByGateway =
      'Transfer bank dan virtual account tidak dapat dikembalikan lewat gateway; kembalikan secara manual.'
    await expectRefusals(one, [
      [{ ...because, kind: 'gateway' }, 422, notByGateway],
      [because, 422, 'Catatan wajib diisi untuk pengembalian manual.'],
      [fields, 422, 'Bukti pengembalian wajib diunggah.'],
      [
        withProof(Buffer.from('bukan gambar'), fields),
        422,
        'Bukti harus berupa gambar JPEG, PNG, atau WebP.',
      ],
      [withProof(picture.subarray(0, 40), fields), 422, 'Gambar rusak atau terlalu besar.'],
      [withProof(new Uint8Array(4 * 1024 * 1024 + 1), fields), 422, 'Ukuran gambar maksimal 4 MB.'],
    ])
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
    const unreadable = { ...by(one.id), headers, text: 'x' }
    await expectAnswer(REFUND, unreadable, 400, 'Formulir tidak dapat dibaca.')
    await expectAnswer(REFUND, by(one.id, withProof(picture, fields)), 200, 'OK')
  })

  it.each([APPROVE, DENY])('reviewing a payment: %s', async (key) => {
    const { id } = await challenged()
    const simulator = await testSimulator()
    simulator.fault({ route: key === APPROVE ? 'approve' : 'deny', kind: 'refuse' })
    await expectAnswer(key, by(id), 409)
    await expectAnswer(key, by(id), 200, 'OK')
    await expectAnswer(key, by(id), 409, 'Pembayaran ini tidak sedang ditinjau.')
  })
})

it('while the gateway is away: 502', async () => {
  const [course, agenda] = [await insertCourse(), await insertAgenda()]
  const order = await anOrder()
  const [paid, suspicious] = [await sold(admin, buyer, { way: QRIS }), await challenged()]
  const by = ({ id }: { id: string }): Call => ({ params: { id }, token: admin.token })
  await whileAway(async () => {
    await expectAnswer(SYNC, by(paid), 502, AWAY)
    for (const key of [APPROVE, DENY]) await expectAnswer(key, by(suspicious), 502, AWAY)
    const refund = { ...by(paid), body: { reason: 'salah' } }
    const nothing = 'Gateway tidak dapat dihubungi; tidak ada dana yang dikembalikan.'
    await expectAnswer(REFUND, refund, 502, nothing)
    await expectAnswer(COURSE, checkout(course), 502, NOT_CREATED)
    await expectAnswer(AGENDA, checkout(agenda), 502, NOT_CREATED)
    const body = { type: 'order', id: order }
    await expectAnswer(PAYMENTS, { token: buyer.token, body }, 502, NOT_CREATED)
  })
  const left = await rows(
    `SELECT status FROM transactions WHERE item_id IN ($1, $2) OR (type = 'order' AND item_id = $3)`,
    course,
    agenda,
    String(order),
  )
  expect(left.map(({ status }) => status)).toEqual(['FAILED', 'FAILED', 'FAILED'])
})

testCompleteness(() => part)
