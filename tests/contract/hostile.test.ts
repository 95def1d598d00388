import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

import { ROLES } from '@/access/roles'
import type { Contract } from '@/lib/contract'
import { databaseOf, makeConsultation, makeDoctor } from '@/plugins/consultations/testing'
import { makeBill } from '@/plugins/examinations/testing'
import { makeObat } from '@/plugins/pharmacy/testing'

import { person, placed } from '../support/apotek'
import { setAssistant } from '../support/assistant'
import { insertAgenda, insertCourse, insertEnrollment, lessonsOf } from '../support/courses'
import { testGemini } from '../support/gemini'
import { atOnce, rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { Call, Reference } from '../support/reference'
import { createReference, listContracts } from '../support/reference'

/** What may stand in a path where an id or a name should. */
const PATHS = ['0', '-1', '1.5', '1e3', 'x', '2147483648', '9'.repeat(30), '%25', '2000000000']

/** What may stand in a query string; some are filters that are none. */
const WORDS = [
  ...['x', '-1', '1.5', '1e999', '9'.repeat(30), '%', "'", 'x'.repeat(5000), 'items.obat.name'],
  ...['null', '[1]', '{"id":null}', '{"and":[null]}', '{"id":{"equals":{"a":1}}}'],
  ...[
    '{"id":{"in":[99999999999]}}',
    '{"id":{"near":1}}',
    '{"id":{"contains":"x"}}',
    '{"createdAt":{"equals":"x"}}',
  ],
]

const VALUES: unknown[] = [
  ...[null, '', ' ', 'x', '1', 'x'.repeat(20_000), true, -1, 0, 1.5, 1e308, 2 ** 53, 2_000_000_000],
  ...[[], [null], [[]], [{}], {}, { a: { b: [] } }],
  [{ obat: 'x', quantity: 1 }],
  [{ obat: 2_000_000_000, quantity: 1e308 }],
]

const TYPES = [
  'text/plain',
  'application/xml',
  'multipart/form-data',
  'application/json; charset=x',
]

let reference: Reference
let contracts: [string, Contract][]
/** Before anything was made here. */
let begunAt: string
const everyone = {} as Record<(typeof ROLES)[number], Person>
/** A document for each path with an id, by what the path begins with. */
const ids: Record<string, number | string> = {}
/** For each POST that reads fields: a body that it takes. */
let bodies: Record<string, Record<string, unknown>>

const tokenFor = (key: string): string => {
  const roles = contracts.find(([name]) => name === key)?.[1].roles
  return everyone[roles?.[0] ?? 'cashier'].token
}

const idFor = (key: string): number | string =>
  Object.entries(ids).find(([path]) => key.includes(path))?.[1] ?? 1

/** Calls as many endpoints as are given, some at a time; says which answer is none of the described. */
const faultsOf = async (calls: [key: string, call: Call][]): Promise<string[]> => {
  const faults = new Set<string>()
  const waiting = [...calls]
  await atOnce(8, async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [key, call] = next
      const sent = { params: { id: idFor(key) }, token: tokenFor(key), ...call }
      try {
        const { status } = await reference.call(key, sent)
        if (status >= 500) faults.add(`${key} ${JSON.stringify(call).slice(0, 200)}: ${status}`)
      } catch (error) {
        faults.add(`${JSON.stringify(call).slice(0, 200)}: ${(error as Error).message}`)
      }
    }
  })
  return [...faults]
}

beforeAll(async () => {
  begunAt = new Date().toISOString()
  await testGemini()
  await setAssistant()
  const payload = await testPayload()
  const database = databaseOf(payload)
  reference = await createReference()
  contracts = listContracts(payload)
  for (const role of ROLES) everyone[role] = await person(role)

  const { id: obat } = await makeObat(payload, { stock: 100_000 })
  const shift = await rest('POST', '/shifts', everyone.cashier, { openingFloat: 0 })
  const order = await placed(everyone.cashier, [{ obat_id: obat, quantity: 1 }])
  Object.assign(ids, { '/obat/': obat, '/orders/': order.id, '/shifts/': shift.body.doc.id })
  // What costs nothing needs no gateway.
  const course = await insertCourse({ price: 0, lessons: [{}] })
  const [lesson] = await lessonsOf(course)
  const agenda = await insertAgenda({ price: 0 })
  Object.assign(ids, { '/courses/': course, '/agendas/': agenda })
  await insertEnrollment(everyone.patient.id, course)
  const doctor = await makeDoctor(database, { user: everyone.doctor.id })
  const talk = { patient: everyone.patient.id, doctor: doctor.id }
  Object.assign(ids, { '/chats/consultation/': await makeConsultation(database, talk) })
  // What may be done after the end is not refused for its time.
  const over = await makeConsultation(database, { ...talk, isEnded: true })
  Object.assign(ids, { '/consultations/': over })
  const bill = await makeBill(database, talk)
  Object.assign(ids, { '/pemeriksaan/': bill.id })
  const checkout = { payment_method: 'QRIS', channel: 'qris', coupon_code: 'TIDAK-ADA' }
  const items = [{ obat, quantity: 1 }]
  const reason = { reason: 'salah' }
  bodies = {
    'POST /api/orders/counter-sale': {
      items,
      paymentMethod: 'cash',
      customerName: 'Ani',
      customerPhone: '0812',
      cashReceived: 1_000_000,
      prescriptionSeen: true,
      prescription: 1,
      totalPrice: 1,
    },
    'POST /api/orders/{id}/reject-payment': reason,
    'POST /api/orders/{id}/confirm-payment': { method: 'cash', cashReceived: 1 },
    'POST /api/orders/{id}/cancel': reason,
    'POST /api/obat/import': {
      csv: 'name,sku,drug_class,price\nVitamin,JAHAT-1,bebas,100',
      dryRun: true,
      fingerprint: 'x',
    },
    'POST /api/obat/{id}/count': { counted: 100_000, ...reason },
    'POST /api/shifts/{id}/float': { openingFloat: 1000, note: 'x' },
    'POST /api/shifts/{id}/close': {
      countedCash: 1,
      countedQris: 1,
      countedTransfer: 1,
      note: 'x',
    },
    'POST /api/v1/courses/{id}/checkout': checkout,
    'POST /api/v1/agendas/{id}/checkout': checkout,
    'POST /api/v1/coupons/validate': { code: 'TIDAK-ADA', course_id: course },
    'POST /api/v1/me/courses/{id}/progress': {
      lesson_id: lesson,
      lesson_ids: [lesson],
      completed: true,
    },
    'POST /api/orders': {
      items,
      paymentMethod: 'cash',
      cashReceived: 1,
      customerName: 'Ani',
      prescription: 1,
    },
    'POST /api/shifts': { openingFloat: 1, note: 'x' },
    'POST /api/cash-entries': { kind: 'pay-in', amount: 1, reason: 'x', method: 'cash' },
    'POST /api/transactions/{id}/refund': {
      amount: 1,
      note: 'x',
      kind: 'gateway',
      gatewayOrderId: 'INV-1',
      ...reason,
    },
    'POST /api/payments': { type: 'order', id: '1', doctor_id: 1 },
    'POST /api/payment': { pemeriksaan_id: bill.id },
    'POST /api/payment/confirmation': { order_id: 'INV-PMR-2026-0001' },
    'POST /api/pemeriksaan': {
      patient: everyone.patient.id,
      doctor: doctor.id,
      date: '2026-11-21T03:00:00.000Z',
      items: [{ name: 'x', price: 1, quantity: 1 }],
      patientContact: 'x',
      notes: 'x',
    },
    'POST /api/pemeriksaan/{id}/take-payment': { method: 'cash', cashReceived: 1, total: 1 },
    'POST /api/pemeriksaan/{id}/give-back': reason,
    'POST /api/chats/messages': {
      consultation_id: ids['/chats/consultation/'],
      content: 'halo',
      client_id: 'x',
      attachment: 1,
    },
    'POST /api/chats/consultation/{id}/read': { seq: 1 },
    'POST /api/consultations/{id}/extend': { minutes: 5, ...reason },
    'POST /api/consultations/{id}/summary': { summary: 'Istirahat.' },
    'POST /api/consultations/{id}/prescription': {
      items: [{ obat, quantity: 1, dose: '3 × 1', note: 'x' }],
    },
    'POST /api/chat': {
      messages: [{ role: 'user', content: 'halo' }],
      id: 'x',
      consent: true,
    },
    'POST /api/stock-movements': { obat, kind: 'receipt', quantity: 1, ...reason },
  }
})

describe('whatever is sent to an endpoint, it answers as described, and never with a defect', () => {
  it('ids that no document can have', async () => {
    const calls = contracts
      .filter(([key]) => key.includes('{'))
      .flatMap(([key, { body }]) =>
        PATHS.map((id): [string, Call] => [
          key,
          { params: { id, name: id, channel: id }, ...(body ? { body: bodies[key] ?? {} } : {}) },
        ]),
      )
    expect(await faultsOf(calls)).toEqual([])
  })

  it('queries', async () => {
    // A hundred times all that other files have left in each list would take long.
    const few = new URLSearchParams({ 'where[createdAt][greater_than]': begunAt }).toString()
    const isExport = (key: string) => key.endsWith('/export')
    for (const [key] of contracts.filter(([one]) => isExport(one))) {
      const { status } = await reference.call(key, { token: tokenFor(key), query: `?${few}` })
      expect([key, status]).toEqual([key, 200])
    }
    const calls = contracts.flatMap(([key, { query }]) =>
      Object.keys(query instanceof z.ZodObject ? query.shape : {}).flatMap((name) =>
        [
          ...WORDS.map((word) => new URLSearchParams({ [name]: word }).toString()),
          ...[`${name}[]=x`, `${name}[a][b]=x`, `${name}=x&${name}=y`],
        ].map((text): [string, Call] => [
          key,
          { query: isExport(key) ? `?${few}&${text}` : `?${text}` },
        ]),
      ),
    )
    expect(await faultsOf(calls)).toEqual([])
  }, 120_000)

  it('bodies that are none', async () => {
    const calls = contracts
      .filter(([, { method }]) => method === 'post')
      .flatMap(([key]): [string, Call][] => [
        ...['', '{', '[]', 'null', '5', '"x"', '{}'].map((text): [string, Call] => [key, { text }]),
        ...TYPES.map((type): [string, Call] => [
          key,
          { text: 'x', headers: { 'Content-Type': type } },
        ]),
      ])
    expect(await faultsOf(calls)).toEqual([])
  })

  it('fields of every kind', async () => {
    const calls = Object.entries(bodies).flatMap(([key, body]) =>
      Object.keys(body).flatMap((name) =>
        VALUES.map((value): [string, Call] => [key, { body: { ...body, [name]: value } }]),
      ),
    )
    expect(await faultsOf(calls)).toEqual([])
  }, 120_000)

  it('a body is known here for every endpoint beside the generated ones that reads fields', () => {
    const beside = contracts.filter(([key, { body }]) => body && !key.includes('/apotek/'))
    expect(beside.map(([key]) => key).filter((key) => !bodies[key])).toEqual([])
  })
})
