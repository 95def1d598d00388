import { beforeAll, describe, expect, it } from 'vitest'

import { ROLES } from '@/access/roles'
import type { Obat } from '@/payload-types'
import { contractOf } from '@/lib/contract'
import { makeUser } from '@/plugins/accounts/testing'
import { makeObat } from '@/plugins/pharmacy/testing'
import { toTemplate } from '@/server/apiDocs/openapi'
import type { JsonSchema } from '@/server/apiDocs/openapi'

import { notice, ordered } from '../courses/payment'
import { refund, sold } from '../payments/refunding'
import type { Answer } from '../support/api'
import { person } from '../support/apotek'
import { insertAgenda, insertCoupon, insertCourse, insertRegistration } from '../support/courses'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { png } from '../support/pictures'
import { refusedPrescriptions } from '../support/prescriptions'
import type { Call, Reference } from '../support/reference'
import { createReference } from '../support/reference'
import { testSimulator } from '../support/simulator'

type Doc = { id: number; totalPrice: number; stock: number; [field: string]: unknown }
type Body = {
  doc: Doc
  docs: Doc[]
  totalDocs: number
  errors: { message: string }[]
  token: string
}

const UNKNOWN = 2_000_000_000
const everyone = {} as Record<(typeof ROLES)[number], Person>
let reference: Reference
let obat: Obat

beforeAll(async () => {
  await testSimulator()
  reference = await createReference()
  for (const role of ROLES) everyone[role] = await person(role)
  obat = await makeObat(await testPayload(), { stock: 10_000 })
})

const ask = async (key: string, status: number, call: Call = {}): Promise<Body> => {
  const answer: Answer = await reference.call(key, call)
  expect([key, answer.status, answer.status === status ? '' : answer.body]).toEqual([
    key,
    status,
    '',
  ])
  return answer.body
}

/** A body that the description allows; one that it does not is the test's own fault. */
const sending = (key: string, body: unknown): Call => {
  const { path, method } = reference.operationAt(key)
  const validate = reference.schemaAt(
    'paths',
    path,
    method,
    'requestBody',
    'content',
    'application/json',
    'schema',
  )
  expect([key, validate(body), validate.errors]).toEqual([key, true, null])
  return { body }
}

const refused = (key: string, body: unknown): boolean => {
  const { path, method } = reference.operationAt(key)
  return !reference.schemaAt(
    'paths',
    path,
    method,
    'requestBody',
    'content',
    'application/json',
    'schema',
  )(body)
}

const by = (role: (typeof ROLES)[number]): Call => ({ token: everyone[role].token })
const items = (quantity: number, of: number = obat.id) => ({ items: [{ obat: of, quantity }] })

describe('what is taught and paid for, generated', () => {
  it('is listed and read as described, with its relations', async () => {
    const { admin, patient } = everyone
    const course = await insertCourse({ lessons: [{}] })
    const agenda = await insertAgenda()
    await insertRegistration(patient.id, agenda)
    await insertCoupon({ code: 'ACUAN', courses: [course] })
    const order = await ordered('courses', patient, course, { coupon_code: 'ACUAN' })
    await notice(order)
    const paid = await sold(admin, patient)
    await refund(admin, paid.id, { reason: 'salah' })
    for (const slug of [
      ...['courses', 'agendas', 'coupons', 'enrollments', 'agenda-registrations'],
      ...['transactions', 'refunds', 'payment-notifications'],
    ]) {
      for (const depth of [0, 1]) {
        const query = `?depth=${depth}&sort=-createdAt`
        const { docs } = await ask(`GET /api/${slug}`, 200, { ...by('admin'), query })
        const [doc] = docs
        const call = { ...by('admin'), params: { id: doc?.id ?? 0 }, query }
        await ask(`GET /api/${slug}/{id}`, 200, call)
      }
    }
    await ask('GET /api/notifications', 200, by('patient'))
    for (const slug of ['courses', 'transactions']) {
      for (const id of ['x', '1', '0190c1c7-0000-7000-8000-000000000000']) {
        await ask(`GET /api/${slug}/{id}`, 404, { ...by('admin'), params: { id } })
      }
    }
  })
})

describe('orders, generated', () => {
  const CREATE = 'POST /api/orders'

  it('are created, listed, counted and read as described, by whoever may', async () => {
    const order = {
      ...items(2),
      shippingAddress: 'Jl. Contoh 1',
      paymentMethod: 'cod',
      paymentDetails: { bank: 'BCA' },
    }
    const { doc } = await ask(CREATE, 201, { ...by('patient'), ...sending(CREATE, order) })
    expect(doc.totalPrice).toBe(2 * obat.price)
    const counter = { ...items(1), customerName: 'Budi', prescriptionSeen: true }
    await ask(CREATE, 201, { ...by('cashier'), ...sending(CREATE, counter) })
    for (const role of ['patient', 'cashier', 'admin'] as const) {
      for (const depth of [0, 1, 2]) {
        const query = `?depth=${depth}&sort=-createdAt&limit=2`
        const { docs } = await ask('GET /api/orders', 200, { ...by(role), query })
        expect(docs.length).toBeGreaterThan(0)
        await ask('GET /api/orders/{id}', 200, {
          ...by(role),
          params: { id: doc.id },
          query: `?depth=${depth}`,
        })
      }
      await ask('GET /api/orders/count', 200, by(role))
    }
  })

  it('are refused as described', async () => {
    const { admin, patient } = everyone
    await ask(CREATE, 403, { body: items(1) })
    await ask(CREATE, 403, { ...by('doctor'), body: items(1) })
    await ask(CREATE, 400, {
      token: patient.token,
      body: items(9_999),
      headers: { 'Idempotency-Key': 'short' },
    })
    await ask(CREATE, 400, {
      token: patient.token,
      body: items(9_999),
      headers: { 'Idempotency-Key': 'short' },
    })
    await ask(CREATE, 422, {
      token: patient.token,
      body: items(1),
      headers: { 'Idempotency-Key': 'short' },
    })
    await ask(CREATE, 400, { token: patient.token, body: items(1, UNKNOWN) })
    const keras = await makeObat(await testPayload(), { drugClass: 'keras' })
    for (const [prescription] of await refusedPrescriptions(patient, keras)) {
      const body = { ...items(2, keras.id), prescription }
      await ask(CREATE, 400, { token: patient.token, body })
    }
    await ask(CREATE, 422, { token: patient.token, body: {} })
    await ask(CREATE, 422, { token: patient.token, body: items(0) })
    await ask(CREATE, 400, { token: admin.token, body: { ...items(1), paymentMethod: 'gold' } })
    await ask('GET /api/orders', 403)
    await ask('GET /api/orders', 400, { ...by('admin'), query: '?where[nope][equals]=1' })
    await ask('GET /api/orders/{id}', 404, { ...by('admin'), params: { id: UNKNOWN } })
    const { doc } = await ask(CREATE, 201, { ...by('cashier'), body: items(1) })
    await ask('GET /api/orders/{id}', 404, { ...by('patient'), params: { id: doc.id } })
    await ask('GET /api/orders/{id}', 403, { params: { id: doc.id } })
  })

  it('take what the description allows, and only that is allowed', () => {
    for (const body of [
      {},
      { items: [] },
      items(0),
      { items: [{ quantity: 1 }] },
      { ...items(1), paymentMethod: 'gold' },
    ]) {
      expect([body, refused(CREATE, body)]).toEqual([body, true])
    }
  })
})

describe('obat, generated', () => {
  const CREATE = 'POST /api/obat'
  const ONE = '/api/obat/{id}'

  it('is created, read, changed and deleted as described', async () => {
    const admin = by('admin')
    const category = await ask('POST /api/obat-categories', 201, {
      ...admin,
      ...sending('POST /api/obat-categories', { name: `Kategori ${process.pid}-${Date.now()}` }),
    })
    const least = sending(CREATE, { name: 'Obat uji acuan', price: 1500 })
    const { doc } = await ask(CREATE, 201, { ...admin, ...least })
    const params = { id: doc.id }
    const change = sending(`PATCH ${ONE}`, {
      category: category.doc.id,
      sku: null,
      description: null,
      active: true,
    })
    await ask(`PATCH ${ONE}`, 200, { ...admin, ...change, params })
    for (const call of [{}, by('patient'), by('cashier')]) {
      await ask(`GET ${ONE}`, 200, { ...call, params, query: '?depth=2' })
      await ask('GET /api/obat', 200, { ...call, query: '?limit=5&where[active][equals]=true' })
      await ask('GET /api/obat/count', 200, call)
    }
    const query = `?where[id][equals]=${doc.id}`
    await ask('PATCH /api/obat', 200, { ...admin, body: { unit: 'strip' }, query })
    await ask(`DELETE ${ONE}`, 200, { ...admin, params })
    await ask('DELETE /api/obat', 200, { ...admin, query })
  })

  it('is refused as described', async () => {
    const admin = by('admin')
    const body = { name: 'Obat', price: 1 }
    const params = { id: obat.id }
    await ask(CREATE, 403, { body })
    await ask(CREATE, 403, { ...by('cashier'), body })
    for (const wrong of [
      { price: 1 },
      { name: 'Obat' },
      { ...body, price: -1 },
      { ...body, drugClass: 'x' },
    ]) {
      await ask(CREATE, 400, { ...admin, body: wrong })
    }
    for (const wrong of [{ price: 1 }, { name: 'Obat' }, { ...body, price: -1 }]) {
      expect([wrong, refused(CREATE, wrong)]).toEqual([wrong, true])
    }
    await ask(`PATCH ${ONE}`, 403, { ...by('patient'), params, body })
    await ask(`PATCH ${ONE}`, 404, { ...admin, params: { id: UNKNOWN }, body })
    await ask(`GET ${ONE}`, 404, { params: { id: UNKNOWN } })
    await ask(`DELETE ${ONE}`, 403, { ...by('patient'), params })
    await ask(`DELETE ${ONE}`, 409, { ...admin, params })
    await ask(`DELETE ${ONE}`, 404, { ...admin, params: { id: UNKNOWN } })
    await ask('DELETE /api/obat', 400, { ...admin, query: `?where[id][equals]=${obat.id}` })
  })

  it('takes no stock, whatever is sent: it is read-only as described', async () => {
    const { schemas } = reference.document.components
    const { properties } = schemas.Obat as { properties: Record<string, JsonSchema> }
    const own = Object.keys(properties).filter((name) => properties[name]?.readOnly === true)
    expect(own.sort()).toEqual(['createdAt', 'id', 'stock', 'updatedAt'])
    const sent = { name: 'Obat uji stok', price: 1, stock: 99, id: UNKNOWN }
    const { doc } = await ask(CREATE, 201, { ...by('admin'), body: sent })
    expect(doc.stock).toBe(0)
    expect(doc.id).not.toBe(UNKNOWN)
  })
})

describe('stock movements, generated', () => {
  it('are added and read as described, and refused as described', async () => {
    const CREATE = 'POST /api/stock-movements'
    const movement = { obat: obat.id, kind: 'receipt', quantity: 5 }
    const { doc } = await ask(CREATE, 201, { ...by('cashier'), ...sending(CREATE, movement) })
    await ask('GET /api/stock-movements', 200, { ...by('admin'), query: '?limit=2' })
    await ask('GET /api/stock-movements/{id}', 200, { ...by('cashier'), params: { id: doc.id } })
    await ask('GET /api/stock-movements', 403, by('patient'))
    await ask(CREATE, 400, { ...by('cashier'), body: { ...movement, quantity: -5 } })
    const loss = { ...movement, kind: 'adjustment', quantity: -999_999, reason: 'hilang' }
    await ask(CREATE, 400, { ...by('cashier'), body: loss })
  })
})

describe('files, generated', () => {
  const form = async (fields: object): Promise<FormData> => {
    const data = new FormData()
    data.set('_payload', JSON.stringify(fields))
    data.set(
      'file',
      new File([Uint8Array.from((await png('a.png')).data)], 'a.png', { type: 'image/png' }),
    )
    return data
  }

  it('are sent as forms, and described as they are answered', async () => {
    const body = await form({ alt: 'Gambar' })
    const { doc } = await ask('POST /api/media', 201, { ...by('editor'), body })
    await ask('GET /api/media/{id}', 200, { params: { id: doc.id } })
    await ask('GET /api/media', 200, { query: '?limit=1' })
    await ask('GET /api/media/file/{filename}', 200, { params: { filename: String(doc.filename) } })
    await ask('GET /api/media/file/{filename}', 404, { params: { filename: 'none.png' } })
    await ask('POST /api/media', 403, { ...by('patient'), body: await form({}) })
  })

  it('prove payments', async () => {
    const { token } = everyone.patient
    const order = await ask('POST /api/orders', 201, { token, body: items(1) })
    const { doc } = await ask('POST /api/payment-proofs', 201, {
      token,
      body: await form({ order: order.doc.id }),
    })
    await ask('GET /api/payment-proofs/{id}', 200, { token, params: { id: doc.id } })
    await ask('GET /api/payment-proofs/{id}', 404, {
      token: (await person('patient')).token,
      params: { id: doc.id },
    })
    await ask('POST /api/payment-proofs', 404, { token, body: await form({ order: UNKNOWN }) })
    await ask('POST /api/payment-proofs', 422, { token, body: {} })
  })
})

describe('users, generated', () => {
  it('register, and are read and changed as described', async () => {
    const CREATE = 'POST /api/users'
    const email = `acuan-${process.pid}-${Date.now()}@example.test`
    const newcomer = { name: 'Acuan', email, password: 'rahasia-sekali' }
    const { doc } = await ask(CREATE, 201, sending(CREATE, newcomer))
    const own = { params: { id: doc.id }, ...by('admin') }
    await ask('GET /api/users/{id}', 200, own)
    await ask('PATCH /api/users/{id}', 200, {
      ...own,
      ...sending('PATCH /api/users/{id}', { phone: '0812' }),
    })
    await ask('GET /api/users', 200, { ...by('cashier'), query: '?limit=2' })
    await ask('GET /api/users', 403)
    await ask(CREATE, 400, { body: newcomer })
    await ask(CREATE, 400, { body: { ...newcomer, password: 'x' } })
    expect(refused(CREATE, { ...newcomer, password: 'x' })).toBe(true)
    await ask('DELETE /api/users/{id}', 403, { ...by('cashier'), params: { id: doc.id } })
    const query = `?where[id][equals]=${doc.id}`
    await ask('GET /api/users/count', 200, { ...by('admin'), query })
    await ask('PATCH /api/users', 200, { ...by('admin'), body: { phone: null }, query })
    await ask('DELETE /api/users', 403, { ...by('cashier'), query })
    await ask('DELETE /api/users/{id}', 200, own)
    await ask('DELETE /api/users', 200, { ...by('admin'), query })
  })

  it('come in, stay and leave as described', async () => {
    const payload = await testPayload()
    const { user, password } = await makeUser(payload, 'patient')
    const { email } = user
    const LOGIN = 'POST /api/users/login'
    await ask(LOGIN, 401, { body: { email, password: 'salah' } })
    const { token } = await ask(LOGIN, 200, sending(LOGIN, { email, password }))
    await ask('GET /api/users/me', 200, { token })
    await ask('GET /api/users/me', 200)
    await ask('GET /api/users/init', 200)
    await ask('POST /api/users/refresh-token', 200, { token })
    await ask('POST /api/users/refresh-token', 403)
    await ask('POST /api/users/logout', 200, { token })
    await ask('POST /api/users/logout', 400)
    const first = { name: 'A', email, password, setupToken: 'x' }
    await ask('POST /api/users/first-register', 403, { body: first })

    await ask('POST /api/users/forgot-password', 200, { body: { email } })
    await ask('POST /api/users/forgot-password', 200, { body: { email: 'nobody@example.test' } })
    const reset = await payload.forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
    })
    const RESET = 'POST /api/users/reset-password'
    await ask(RESET, 403, { body: { token: 'x', password: 'rahasia-baru' } })
    await ask(RESET, 200, sending(RESET, { token: reset, password: 'rahasia-baru' }))
  })
})

describe('every operation of the generated API', () => {
  it('was called and answered with a success as described', async () => {
    const { collections } = await testPayload()
    // The named operations beside the generated ones are called in openapi.contract.test.ts.
    const named = Object.values(collections).flatMap(({ config }) =>
      (config.endpoints || [])
        .filter((endpoint) => contractOf(endpoint))
        .map(({ method, path }) =>
          [method.toUpperCase(), `/api/${config.slug}${toTemplate(path)}`].join(' '),
        ),
    )
    const called = (key: string): boolean =>
      [...(reference.answered.get(key)?.keys() ?? [])].some((status) => status < 300)
    const missing = Object.entries(reference.document.paths)
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      )
      .filter((key) => /^\w+ \/api\/(orders|obat|users)(\/|$)/.test(key))
      .filter((key) => !called(key) && !named.includes(key))
    expect(missing).toEqual([
      // Once, on an empty database: tests/server/apiDocs.test.ts.
      'POST /api/users/first-register',
    ])
  })
})
