import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeUser } from '@/plugins/accounts/testing'
import { makeObat } from '@/plugins/pharmacy/testing'

import { charged, payAtGateway } from '../payments/orders.support'
import type { ContractOrder } from '../support/apotek'
import { person, placed } from '../support/apotek'
import type { Part, Ways } from '../support/described'
import {
  describedPart,
  isOfAssistant,
  isOfChat,
  isOfCheckout,
  isOfConsultations,
  isOfExaminations,
  isOfNews,
  testCompleteness,
  testExports,
  testWhatAllAnswer,
} from '../support/described'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { png } from '../support/pictures'
import { refusedPrescriptions } from '../support/prescriptions'
import type { Call } from '../support/reference'
import { testSimulator } from '../support/simulator'

const CASH_TOO_LITTLE = 'Uang yang diterima kurang dari total.'
const CASH_OF_CASH_ONLY = 'Uang yang diterima hanya dicatat untuk pembayaran tunai.'

const UNKNOWN = 2_000_000_000
const NONSENSE = { page: 'x', per_page: 'x' }

/** Two bodies that each endpoint with an `Idempotency-Key` can read. */
const BODIES: Record<string, [unknown, unknown]> = {
  'POST /api/apotek/orders': [
    { items: [{ obat_id: UNKNOWN, quantity: 1 }] },
    { items: [{ obat_id: UNKNOWN, quantity: 2 }] },
  ],
  'POST /api/orders/counter-sale': [
    { items: [{ obat: UNKNOWN, quantity: 1 }], paymentMethod: 'cash' },
    { items: [{ obat: UNKNOWN, quantity: 1 }], paymentMethod: 'qris' },
  ],
  'POST /api/apotek/orders/{id}/notify-payment': [{ payment_method: 'qris' }, {}],
  'POST /api/apotek/cashier/orders/{id}/confirm-payment': [{ payment_method: 'qris' }, {}],
  'POST /api/orders/{id}/confirm-payment': [{ method: 'qris' }, {}],
  'POST /api/shifts/{id}/float': [{ openingFloat: 1000 }, { openingFloat: 2000 }],
  'POST /api/shifts/{id}/close': [{ countedCash: 1000 }, { countedCash: 2000 }],
  'POST /api/obat/import': [
    { csv: 'name,sku,drug_class,price\nVitamin,IMPOR-1,bebas,100', dryRun: true },
    { csv: 'name,sku,drug_class,price\nVitamin,IMPOR-1,bebas,200', dryRun: true },
  ],
  'POST /api/obat/{id}/count': [
    { counted: 5, reason: 'opname' },
    { counted: 6, reason: 'opname' },
  ],
}
const REASONS: [unknown, unknown] = [{ reason: 'salah obat' }, { reason: 'batal' }]
const bodiesFor = (key: string): [unknown, unknown] => BODIES[key] ?? REASONS

const notFound = (key: string): string => {
  if (key.includes('/shifts/')) return 'Shift tidak ditemukan.'
  return key.includes('/obat/') ? 'Obat tidak ditemukan' : 'Order not found'
}

const WAYS: Ways = {
  bodiesFor,
  unknownId: UNKNOWN,
  notFound,
  nonsenseFor: (key) =>
    key.endsWith('/confirm-payment') ? { method: 'x', payment_method: 'x' } : NONSENSE,
  // Whether patients may register is an option of the accounts.
  unseen: '403 Pendaftaran belum dibuka.',
}

type Answered = { data: ContractOrder; doc: { id: number; status: string } }

let part: Part
let reference: Part['reference']
let everyone: Part['everyone']
let obat: Obat

const expectAnswer = async (...expected: Parameters<Part['expectAnswer']>): Promise<Answered> =>
  part.expectAnswer(...expected)

beforeAll(async () => {
  // What is paid through the gateway, consultations, chats, bills, the assistant and news: files of their own.
  const chats = [isOfConsultations, isOfChat]
  const elsewhere = [isOfCheckout, isOfExaminations, isOfAssistant, isOfNews, ...chats]
  part = await describedPart((key) => !elsewhere.some((isOfIt) => isOfIt(key)))
  ;({ reference, everyone } = part)
  obat = await makeObat(await testPayload(), { stock: 100_000 })
})

const buy = async (buyer: Person, rest: Record<string, unknown> = {}) =>
  placed(buyer, [{ obat_id: obat.id, quantity: 1 }], rest)

testWhatAllAnswer(() => part, WAYS)

describe('what each endpoint answers as described', () => {
  it('account', async () => {
    const { user, password } = await makeUser(await testPayload(), 'patient')
    const { email } = user
    const newcomer = {
      name: 'Siti',
      email: `siti-${process.pid}-${Date.now()}@example.test`,
      password,
    }
    await expectAnswer('POST /api/apotek/register', { body: newcomer }, 201, 'Registrasi berhasil')
    const taken = { body: { ...newcomer, email } }
    await expectAnswer('POST /api/apotek/register', taken, 422, 'Email sudah terdaftar.')
    const login = 'POST /api/apotek/login'
    await expectAnswer(login, { body: { email, password: 'x' } }, 401, 'Email atau password salah')
    const { body } = await reference.call(login, { body: { email, password } })
    const { token } = body as { token: string }
    await expectAnswer('POST /api/apotek/logout', { token }, 200, 'Logout berhasil')
  })

  it('placing an order', async () => {
    const key = 'POST /api/apotek/orders'
    const { token, ...patient } = await person('patient')
    const order = (of: Obat, quantity: number) => ({
      token,
      body: { items: [{ obat_id: of.id, quantity }], payment_details: { bank: 'BCA' } },
    })
    const payload = await testPayload()
    const keras = await makeObat(payload, { drugClass: 'keras' })
    const image = await payload.create({
      collection: 'media',
      data: {},
      file: await png('obat.png'),
    })
    const pictured = await makeObat(payload, { image: image.id })
    const { data } = await expectAnswer(key, order(pictured, 2), 201, 'Order berhasil dibuat')
    expect(data.items[0]?.obat.image).toContain('/api/media/file/')
    await expectAnswer(key, order(pictured, 1_000), 400, 'Stok tidak mencukupi')
    await expectAnswer(key, order({ ...obat, id: UNKNOWN }, 1), 400, 'Obat tidak ditemukan')
    await expectAnswer(key, order(keras, 1), 400, 'Obat ini memerlukan resep dokter')
    for (const [prescription, message] of await refusedPrescriptions(patient, keras)) {
      const { body } = order(keras, 2)
      const naming = { token, body: { ...body, prescription_id: prescription } }
      await expectAnswer(key, naming, 400, message)
    }
    const homeless = await person('patient', { address: null })
    const nowhere = { ...order(obat, 1), token: homeless.token }
    await expectAnswer(key, nowhere, 422, 'Shipping address required')
    const busy = await person('patient')
    for (let count = 0; count < 20; count += 1) await buy(busy)
    const message = 'Terlalu banyak order yang belum dibayar'
    await expectAnswer(key, { ...order(obat, 1), token: busy.token }, 400, message)

    const handedOver = (method: string, cash: number) => {
      const { body } = order(obat, 1)
      const sent = { ...body, payment_method: method, cash_received: cash }
      return { token: everyone.cashier.token, body: sent }
    }
    await expectAnswer(key, handedOver('cash', 1), 422, CASH_TOO_LITTLE)
    await expectAnswer(key, handedOver('qris', 1_000_000), 422, CASH_OF_CASH_ONLY)
  })

  it('selling at the counter', async () => {
    const key = 'POST /api/orders/counter-sale'
    const { token } = everyone.cashier
    const sale = (of: number, quantity: number, rest: Record<string, unknown> = {}) => ({
      token,
      body: { items: [{ obat: of, quantity }], paymentMethod: 'cash', ...rest },
    })
    const keras = await makeObat(await testPayload(), { drugClass: 'keras' })
    const { doc } = await expectAnswer(key, sale(obat.id, 1), 201, 'OK')
    expect(doc).toMatchObject({ status: 'completed' })
    await expectAnswer(key, sale(keras.id, 1_000), 400, 'Obat ini memerlukan resep dokter')
    for (const [prescription, message] of await refusedPrescriptions(everyone.patient, keras)) {
      await expectAnswer(key, sale(keras.id, 2, { prescription }), 400, message)
    }
    const seen = { prescriptionSeen: true }
    await expectAnswer(key, sale(keras.id, 1_000, seen), 400, 'Stok tidak mencukupi')
    await expectAnswer(key, sale(UNKNOWN, 1), 400, 'Obat tidak ditemukan')
    const dear = sale(obat.id, 1, { totalPrice: 1 })
    await expectAnswer(key, dear, 409, 'Harga telah berubah')
    const little = sale(obat.id, 1, { cashReceived: 1 })
    await expectAnswer(key, little, 422, 'Uang yang diterima kurang dari total.')
    const odd = sale(obat.id, 1, { paymentMethod: 'qris', cashReceived: 1_000_000 })
    const ofCash = 'Uang yang diterima hanya dicatat untuk pembayaran tunai.'
    await expectAnswer(key, odd, 422, ofCash)
    const nothing = { token, body: { paymentMethod: 'cash' } }
    await expectAnswer(key, nothing, 422, 'items atau obat_id+quantity diperlukan')
  })

  it.each(['paper', 'receipt', 'invoice'])("an order's %s", async (verb) => {
    const { id } = await buy(everyone.patient)
    const key = `GET /api/orders/{id}/${verb}`
    await expectAnswer(key, { params: { id }, token: everyone.patient.token }, 200)
    await expectAnswer(key, { params: { id }, token: everyone.editor.token }, 403, 'Unauthorized')
  })

  it('reading orders', async () => {
    const { patient, cashier, admin } = everyone
    const { id } = await buy(patient, { payment_details: { bank: 'BCA' } })
    const params = { id }
    const own = 'GET /api/apotek/orders/{id}'
    for (const query of ['', '?page=2&per_page=1', '?page=999']) {
      await expectAnswer('GET /api/apotek/orders', { token: patient.token, query }, 200)
    }
    await expectAnswer(own, { params, token: patient.token }, 200)
    await expectAnswer(own, { params, token: cashier.token }, 403, 'Unauthorized')
    for (const { token } of [cashier, admin]) {
      await expectAnswer('GET /api/apotek/cashier/orders/{id}', { params, token }, 200)
      const query = '?status=pending&payment_status=pending&per_page=500'
      await expectAnswer('GET /api/apotek/cashier/orders', { token, query }, 200)
      await expectAnswer('GET /api/apotek/cashier/orders/pending-payments', { token }, 200)
    }
  })

  it('telling of a payment, and its picture', async () => {
    const key = 'POST /api/apotek/orders/{id}/notify-payment'
    const { cashier, patient } = everyone
    const { token } = patient
    const { id } = await buy(patient)
    const send = (field: string, content: BlobPart, type = 'image/png') => {
      const body = new FormData()
      body.set(field, new File([content], 'bukti.png', { type }))
      return { params: { id }, token, body }
    }
    const picture = Uint8Array.from((await png('bukti.png')).data)
    const proof = await expectAnswer(key, send('foto', picture), 200, 'Payment info saved')
    await expectAnswer(key, { params: { id }, token, body: { payment_method: 'qris' } }, 200)
    const words = send('foto', 'bukan gambar', 'text/plain')
    await expectAnswer(key, words, 422, 'Bukti harus berupa gambar JPEG, PNG, atau WebP.')
    const broken = send('foto', picture.subarray(0, 40))
    await expectAnswer(key, broken, 422, 'Gambar rusak atau terlalu besar.')
    const large = send('foto', new Uint8Array(4 * 1024 * 1024 + 1))
    await expectAnswer(key, large, 422, 'Ukuran gambar maksimal 4 MB.')
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
    const unreadable = { params: { id }, token, headers, text: 'x' }
    await expectAnswer(key, unreadable, 400, 'Formulir tidak dapat dibaca.')
    const other = await person('patient')
    const foreign = { ...send('foto', picture), token: other.token }
    await expectAnswer(key, foreign, 403, 'Unauthorized')

    const image = 'GET /api/apotek/image/payments/{name}'
    const url = new URL(String(proof.data.payment_details?.proof_url))
    const params = { name: url.pathname.split('/').at(-1) ?? '' }
    await expectAnswer(image, { params, query: url.search }, 200)
    await expectAnswer(image, { params }, 401, 'Unauthenticated.')
    await expectAnswer(image, { params, token: other.token }, 403, 'Unauthorized')
    const absent = { params: { name: `${'0'.repeat(32)}.jpg` }, token: cashier.token }
    await expectAnswer(image, absent, 404, 'Image not found')

    const paid = await buy(patient)
    const at = { params: { id: paid.id }, token: cashier.token }
    await reference.call('POST /api/apotek/cashier/orders/{id}/confirm-payment', at)
    const again = { params: { id: paid.id }, token, body: {} }
    await expectAnswer(key, again, 400, 'Order already paid')
    const gone = await buy(patient)
    await reference.call('POST /api/apotek/orders/{id}/cancel', { params: { id: gone.id }, token })
    const late = { params: { id: gone.id }, token, body: {} }
    await expectAnswer(key, late, 400, 'Order cancelled')
  })

  it('cancelling', async () => {
    const { patient, doctor } = everyone
    const { id } = await buy(patient)
    const own = 'POST /api/apotek/orders/{id}/cancel'
    const params = { id }
    await expectAnswer(own, { params, token: doctor.token }, 403, 'Unauthorized')
    await expectAnswer(own, { params, token: patient.token }, 200, 'Order dibatalkan')
    const message = 'Hanya order pending yang dapat dibatalkan'
    await expectAnswer(own, { params, token: patient.token }, 400, message)
  })

  /** What the desk does stands at two places, in two envelopes. */
  describe.each([
    [
      '/api/apotek/cashier/orders',
      ['Payment confirmed', 'Order completed', 'Payment rejected', 'Order dibatalkan'],
    ],
    ['/api/orders', ['OK', 'OK', 'OK', 'OK']],
  ])('at the desk, through %s', (base, [confirmed, completed, rejected, cancelled]) => {
    const at = (verb: string) => `POST ${base}/{id}/${verb}`
    const by = (id: number, reason?: string): Call => ({
      params: { id },
      token: everyone.cashier.token,
      ...(reason ? { body: { reason } } : {}),
    })

    it('confirming, completing, refusing a proof', async () => {
      const { id } = await buy(everyone.patient)
      await expectAnswer(at('complete'), by(id), 400, 'Order belum dibayar')
      await expectAnswer(at('reject-payment'), by(id, 'buram'), 200, rejected)
      const handedOver = { cash_received: 1, cashReceived: 1 }
      const short = { ...by(id), body: { ...handedOver, method: 'cash', payment_method: 'cash' } }
      await expectAnswer(at('confirm-payment'), short, 422, CASH_TOO_LITTLE)
      const byQris = { ...by(id), body: { ...handedOver, method: 'qris', payment_method: 'qris' } }
      await expectAnswer(at('confirm-payment'), byQris, 422, CASH_OF_CASH_ONLY)
      await expectAnswer(at('confirm-payment'), by(id), 200, confirmed)
      await expectAnswer(at('confirm-payment'), by(id), 400, 'Order already paid')
      await expectAnswer(at('reject-payment'), by(id, 'buram'), 400, 'Order already paid')
      await expectAnswer(at('complete'), by(id), 200, completed)
      await expectAnswer(at('complete'), by(id), 400, 'Order already completed')
      const message = 'Hanya order pending yang dapat dibatalkan'
      await expectAnswer(at('cancel'), by(id, 'salah'), 400, message)
    })

    it('cancelling, and what is over then', async () => {
      const { id } = await buy(everyone.patient)
      await expectAnswer(at('cancel'), by(id, 'habis'), 200, cancelled)
      for (const verb of ['cancel', 'confirm-payment', 'reject-payment', 'complete']) {
        await expectAnswer(at(verb), by(id, 'lagi'), 400, 'Order cancelled')
      }
    })
  })

  it('what waits at the desk', async () => {
    await buy(everyone.patient, { payment_details: { bank: 'BCA' } })
    const { token } = everyone.cashier
    for (const kind of ['payments', 'cash', 'handover', 'all']) {
      await expectAnswer('GET /api/orders/desk', { token, query: `?kind=${kind}` }, 200)
    }
  })

  it('reports on stock', async () => {
    const { token } = everyone.cashier
    await buy(everyone.patient)
    const query = '?search=obat'
    await expectAnswer('GET /api/obat/low-stock', { token, query }, 200)
    await expectAnswer('GET /api/obat/sold', { token, query }, 200)
    const params = { id: obat.id }
    await expectAnswer('GET /api/obat/{id}/stock-card', { token, params }, 200)
    const { id } = await makeObat(await testPayload())
    const [body] = bodiesFor('POST /api/obat/{id}/count')
    await expectAnswer('POST /api/obat/{id}/count', { token, params: { id }, body }, 200)
  })

  it('a shift: its float and its close', async () => {
    const [cashier, other] = [await person('cashier'), await person('cashier')]
    const float = 'POST /api/shifts/{id}/float'
    const close = 'POST /api/shifts/{id}/close'
    const { id: order } = await buy(everyone.patient)
    const confirm = 'POST /api/orders/{id}/confirm-payment'
    await expectAnswer('GET /api/shifts/mine', { token: cashier.token }, 200)
    await expectAnswer(confirm, { params: { id: order }, token: cashier.token }, 200, 'OK')
    const { body } = await reference.call('GET /api/shifts/mine', { token: cashier.token })
    const { id } = (body as { shift: { id: number } }).shift
    const by = ({ token }: Person, sent: unknown) => ({ params: { id }, token, body: sent })
    const stated = { openingFloat: 100_000 }
    const counted = { countedCash: 100_000 }
    await expectAnswer(float, by(other, stated), 403, 'Forbidden')
    await expectAnswer(float, by(cashier, stated), 200, 'OK')
    await expectAnswer(float, by(cashier, stated), 409, 'Modal awal shift ini sudah dicatat.')
    await expectAnswer(close, by(other, counted), 403, 'Forbidden')
    await expectAnswer(close, by(cashier, counted), 200, 'OK')
    await expectAnswer(close, by(cashier, counted), 409, 'Shift sudah ditutup.')
    await expectAnswer(float, by(cashier, stated), 409, 'Shift sudah ditutup.')
  })

  it('an admin reads what was sold lately', async () => {
    await buy(everyone.patient)
    await expectAnswer('GET /api/orders/sales', { token: everyone.admin.token }, 200)
  })

  it('an admin reads how much the assistant was asked', async () => {
    await expectAnswer('GET /api/assistant/usage', { token: everyone.admin.token }, 200)
  })

  it('importing obat', async () => {
    const key = 'POST /api/obat/import'
    const { token } = everyone.admin
    const [body] = bodiesFor(key)
    await expectAnswer(key, { token, body }, 200)
    await expectAnswer('GET /api/obat/import-template', { token }, 200)
    const file = (content: BlobPart) => {
      const form = new FormData()
      form.set('file', new File([content], 'obat.csv', { type: 'text/csv' }))
      return { token, body: form }
    }
    await expectAnswer(key, { token, body: {} }, 422, 'Pilih berkas CSV dahulu.')
    const large = file(new Uint8Array(5 * 1024 * 1024 + 1))
    await expectAnswer(key, large, 422, 'Ukuran berkas maksimal 5 MB.')
    const unreadable = 'Berkas bukan UTF-8. Simpan lagi sebagai "CSV UTF-8" dari lembar kerja.'
    await expectAnswer(key, file(Uint8Array.of(0xff, 0xfe)), 422, unreadable)
    const wrong = 'Daftar ini berisi kesalahan; tidak ada yang diimpor.'
    await expectAnswer(key, { token, body: { csv: 'name' } }, 422, wrong)
    const stale = { ...(body as object), dryRun: false, fingerprint: 'x' }
    const changed = 'Data obat berubah sejak pratinjau; tidak ada yang diimpor. Periksa lagi.'
    await expectAnswer(key, { token, body: stale }, 409, changed)
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
    const torn = { token, headers, text: 'x' }
    await expectAnswer(key, torn, 400, 'Formulir tidak dapat dibaca.')
  })

  testExports(() => part, 6)

  it('exporting what the stock reports list', async () => {
    const { token } = everyone.admin
    for (const key of ['GET /api/obat/low-stock/export', 'GET /api/obat/sold/export']) {
      await expectAnswer(key, { token, query: '?search=obat&delimiter=%3B' }, 200)
    }
  })

  it('a patient cancels through the generated door too', async () => {
    const { id } = await buy(everyone.patient)
    const key = 'POST /api/orders/{id}/cancel'
    const params = { id }
    await expectAnswer(key, { params, token: everyone.editor.token }, 403, 'Unauthorized')
    const { doc } = await expectAnswer(key, { params, token: everyone.patient.token }, 200, 'OK')
    expect(doc).toMatchObject({ id, status: 'cancelled' })
  })
})

describe('an order that can still be paid online', () => {
  const CASHIER = 'POST /api/apotek/cashier/orders/{id}'
  const DESKS: [key: string, method: string, body?: object][] = [
    [`${CASHIER}/confirm-payment`, 'qris'],
    ['POST /api/orders/{id}/confirm-payment', 'qris'],
    [`${CASHIER}/complete`, 'cod'],
    ['POST /api/orders/{id}/complete', 'cod'],
    [`${CASHIER}/cancel`, 'qris', { reason: 'batal' }],
    ['POST /api/orders/{id}/cancel', 'qris', { reason: 'batal' }],
  ]

  it('whose charge the gateway does not end: 502', async () => {
    const message = 'Pembayaran daring belum dapat dibatalkan, silakan coba lagi.'
    const simulator = await testSimulator()
    for (const [key, method, body] of DESKS) {
      const { id } = await buy(everyone.patient, { payment_method: method })
      await charged(everyone.patient, id)
      simulator.fault({ route: '*', kind: '500', times: 1000 })
      const call = { params: { id }, ...(body ? { body } : {}) }
      await expectAnswer(key, { ...call, token: everyone.cashier.token }, 502, message)
      const own = 'POST /api/apotek/orders/{id}/cancel'
      await expectAnswer(own, { params: { id }, token: everyone.patient.token }, 502, message)
      simulator.clearFaults()
    }
  })

  it('and was paid already: 400', async () => {
    for (const [key, method, body] of DESKS) {
      const { id } = await buy(everyone.patient, { payment_method: method })
      await payAtGateway(await charged(everyone.patient, id))
      const call = { params: { id }, token: everyone.cashier.token, ...(body ? { body } : {}) }
      await expectAnswer(key, call, 400, 'Order already paid')
    }
  })
})

testCompleteness(() => part, WAYS)
