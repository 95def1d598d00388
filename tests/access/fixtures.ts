import { randomUUID } from 'node:crypto'

import sharp from 'sharp'

import {
  databaseOf,
  makeConsultation,
  makeDoctor,
  makeMessage,
} from '@/plugins/consultations/testing'
import { makeBill } from '@/plugins/examinations/testing'

import {
  insertAgenda,
  insertCoupon,
  insertCourse,
  insertEnrollment,
  insertLessonFile,
  insertRegistration,
} from '../support/courses'
import { person, rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { Actor, Kind } from './table'

/** Payload's integers, or UUIDs. */
export type Id = number | string

let count = 0
const unique = (): string => {
  count += 1
  return `akses-${process.pid}-${count}`
}

const insert = async (statement: string, ...values: unknown[]): Promise<number> => {
  const [row] = await rows<{ id: number }>(`${statement} RETURNING id`, ...values)
  if (!row) throw new Error('nothing was inserted')
  return row.id
}

export const insertObat = async (isActive = true): Promise<number> =>
  insert(`INSERT INTO obat (name, price, active) VALUES ($1, 1000, $2)`, unique(), isActive)

const insertMovement = async (): Promise<number> =>
  insert(
    `INSERT INTO stock_movements (obat_id, kind, quantity) VALUES ($1, 'opening', 10)`,
    await insertObat(),
  )

const insertOrder = async (userId: number): Promise<number> => {
  const order = await insert(
    `INSERT INTO orders (user_id, status, payment_status, payment_method, total_price)
     VALUES ($1, 'pending', 'pending', 'bank_transfer', 1000)`,
    userId,
  )
  await insert(
    `INSERT INTO orders_items
       (_order, _parent_id, id, obat_id, quantity, unit_price, subtotal, number)
     VALUES (1, $1, $2, $3, 1, 1000, 1000, nextval('order_line_number'))`,
    order,
    unique(),
    await insertObat(),
  )
  return order
}

const insertProof = async (userId: number): Promise<number> =>
  insert(
    `INSERT INTO payment_proofs (order_id, filename) VALUES ($1, $2)`,
    await insertOrder(userId),
    `${unique()}.jpg`,
  )

/** The open shift of a cashier, made if they have none. */
const openShift = async (cashierId: number): Promise<number> => {
  const [open] = await rows<{ id: number }>(
    'SELECT id FROM shifts WHERE cashier_id = $1 AND closed_at IS NULL',
    cashierId,
  )
  return (
    open?.id ??
    insert(
      'INSERT INTO shifts (cashier_id, opened_at, opening_float) VALUES ($1, now(), 0)',
      cashierId,
    )
  )
}

const insertPayIn = async (cashierId: number): Promise<number> =>
  insert(
    `INSERT INTO cash_entries (kind, method, amount, shift_id, taken_by_id, reason)
     VALUES ('pay-in', 'cash', 1000, $1, $2, 'uang kecil')`,
    await openShift(cashierId),
    cashierId,
  )

const insertNotification = async (userId: number): Promise<number> =>
  insert(
    `INSERT INTO notifications (user_id, kind, title, body, key) VALUES ($1, 'test', 'x', 'x', $2)`,
    userId,
    unique(),
  )

const insertTalk = async (userId: number): Promise<string> => {
  const id = randomUUID()
  await rows(
    `INSERT INTO assistant_conversations (id, user_id, title, messages) VALUES ($1, $2, 'x', '[]')`,
    id,
    userId,
  )
  return id
}

const insertTransaction = async (userId: number): Promise<string> => {
  const invoice = unique()
  const [row] = await rows<{ id: string }>(
    `INSERT INTO transactions (id, invoice_number, type, item_id, item_title, user_id, original_amount,
                               discount, amount, refund_due_amount, refunded_amount)
     VALUES ($1, $2, 'course', $2, 'Kursus', $3, 1000, 0, 1000, 0, 0) RETURNING id`,
    randomUUID(),
    invoice,
    userId,
  )
  if (!row) throw new Error('nothing was inserted')
  return row.id
}

const insertRefund = async (): Promise<number> => {
  const transaction = await insertTransaction((await person('patient')).id)
  const attempt = unique()
  await rows(
    `INSERT INTO payment_attempts (gateway_order_id, transaction_id, number, kind, amount)
     VALUES ($1, $2, 1, 'charge', 1000)`,
    attempt,
    transaction,
  )
  return insert(
    `INSERT INTO refunds (transaction_id, gateway_order_id, amount, kind, status, reason, refund_key)
     VALUES ($1, $2, 1000, 'manual', 'SUCCESS', 'batal', $2)`,
    transaction,
    attempt,
  )
}

const insertPaymentNotification = async (): Promise<number> =>
  insert(
    `INSERT INTO payment_notifications (gateway_order_id, verdict, raw_body, fingerprint)
     VALUES ($1, 'valid', '{}', $1)`,
    unique(),
  )

/** The doctor that a user is, made if they are none. */
const doctorOf = async (user: number, active = true): Promise<number> => {
  const [known] = await rows<{ id: number }>('SELECT id FROM doctors WHERE user_id = $1', user)
  return known?.id ?? (await makeDoctor(databaseOf(await testPayload()), { user, active })).id
}

/** A consultation that is under way; of who asks, on their side of it. */
const insertConsultation = async (me: Person | null, kind: Kind): Promise<number> => {
  const isMine = kind === 'own' && me !== null
  const isDoctor = isMine && (await roleOf(me)) === 'doctor'
  const patient = isMine && !isDoctor ? me : await person('patient')
  const doctor = await doctorOf(isDoctor ? me.id : (await person('doctor')).id)
  return makeConsultation(databaseOf(await testPayload()), { patient: patient.id, doctor })
}

const insertMessage = async (consultation: number): Promise<number> => {
  const [room] = await rows<{ sender: number }>(
    'SELECT patient_id AS sender FROM consultations WHERE id = $1',
    consultation,
  )
  return makeMessage(databaseOf(await testPayload()), { consultation, sender: room?.sender ?? 0 })
}

const insertChatFile = async (consultation: number): Promise<number> =>
  insert(
    `INSERT INTO chat_files (consultation_id, filename, mime_type) VALUES ($1, $2, 'image/jpeg')`,
    consultation,
    `${unique()}.jpg`,
  )

const insertPrescription = async (me: Person | null, kind: Kind): Promise<number> => {
  const isMine = kind === 'own' && me !== null
  const isDoctor = isMine && (await roleOf(me)) === 'doctor'
  const patient = isMine && !isDoctor ? me : await person('patient')
  const id = await insert(
    `INSERT INTO prescriptions (patient_id, doctor_name, issued_by_id, valid_until)
     VALUES ($1, 'dr. Contoh', $2, now() + interval '30 days')`,
    patient.id,
    isDoctor ? me.id : (await person('doctor')).id,
  )
  await insert(
    `INSERT INTO prescriptions_items (_order, _parent_id, id, obat_id, quantity, used, dose)
     VALUES (1, $1, $2, $3, 10, 0, '3 x 1')`,
    id,
    unique(),
    await insertObat(),
  )
  return id
}

/** A bill of who asks, on their side of it. */
const insertBill = async (me: Person | null, kind: Kind): Promise<string> => {
  const isMine = kind === 'own' && me !== null
  const isDoctor = isMine && (await roleOf(me)) === 'doctor'
  const patient = isMine && !isDoctor ? me : await person('patient')
  const doctor = await doctorOf(isDoctor ? me.id : (await person('doctor')).id)
  const { id } = await makeBill(databaseOf(await testPayload()), { patient: patient.id, doctor })
  return id
}

/** Whom a doctor knows, and the doctor whom others name. */
const partiesOf = async (me: Person | null): Promise<Record<string, number>> => {
  const isDoctor = me !== null && (await roleOf(me)) === 'doctor'
  const patient = (await person('patient')).id
  const doctor = await doctorOf(isDoctor ? me.id : (await person('doctor')).id)
  await makeBill(databaseOf(await testPayload()), { patient, doctor })
  return { patient, doctor }
}

const insertArticle = async (isPublished: boolean): Promise<number> =>
  insert(
    `INSERT INTO news (title, slug, _status, published_at)
     VALUES ($1, $1, $2::enum_news_status, CASE WHEN $2 = 'published' THEN now() END)`,
    unique(),
    isPublished ? 'published' : 'draft',
  )

const insertRedirect = async (): Promise<number> =>
  insert(
    `INSERT INTO redirects ("from", to_type, to_url) VALUES ($1, 'custom', '/')`,
    `/${unique()}`,
  )

/** Somebody who asks; anonymous is nobody. */
export const makeActor = async (actor: Actor): Promise<Person | null> =>
  actor === 'anonymous' ? null : person(actor)

type Make = (me: Person | null, kind: Kind) => Promise<Id>

/** The owner of a document of that kind: who asks, or a stranger. */
const ownerOf = async (me: Person | null, kind: Kind): Promise<number> =>
  (kind === 'own' && me ? me : await person('patient')).id

const roleOf = async ({ id }: Person): Promise<string | undefined> => {
  const [row] = await rows<{ role: string }>('SELECT role FROM users WHERE id = $1', id)
  return row?.role
}

/** Whose shift it is: of who asks, if they can have one. */
const cashierOf = async (me: Person | null, kind: Kind): Promise<Person> =>
  kind === 'own' && me ? me : person('cashier')

const MAKERS: Record<string, Make> = {
  users: async (me, kind) => {
    if (kind === 'own' && me) return me.id
    return (await person(kind === 'staff' ? 'cashier' : 'patient')).id
  },
  obat: async (_me, kind) => insertObat(kind === 'active'),
  'obat-categories': async (_me, kind) =>
    insert(
      'INSERT INTO obat_categories (name, slug, active) VALUES ($1, $1, $2)',
      unique(),
      kind === 'active',
    ),
  'stock-movements': insertMovement,
  orders: async (me, kind) => insertOrder(await ownerOf(me, kind)),
  'payment-proofs': async (me, kind) => insertProof(await ownerOf(me, kind)),
  'cash-entries': async (me, kind) => insertPayIn((await cashierOf(me, kind)).id),
  shifts: async (me, kind) => openShift((await cashierOf(me, kind)).id),
  'assistant-conversations': async (me, kind) => insertTalk(await ownerOf(me, kind)),
  notifications: async (me, kind) => insertNotification(await ownerOf(me, kind)),
  transactions: async (me, kind) => insertTransaction(await ownerOf(me, kind)),
  refunds: insertRefund,
  'payment-notifications': insertPaymentNotification,
  courses: async (_me, kind) => insertCourse({ isPublished: kind === 'active' }),
  agendas: async (_me, kind) => insertAgenda({ isPublished: kind === 'active' }),
  coupons: async () => insertCoupon(),
  enrollments: async (me, kind) => insertEnrollment(await ownerOf(me, kind)),
  'agenda-registrations': async (me, kind) => insertRegistration(await ownerOf(me, kind)),
  'lesson-files': async (me, kind) =>
    insertLessonFile({
      isPublished: kind !== 'inactive',
      isPreview: kind !== 'own' && kind !== 'others',
      ...(kind === 'own' && me ? { enrolled: me.id } : {}),
    }),
  doctors: async (me, kind) => {
    const isMine = kind === 'own' && me !== null && (await roleOf(me)) === 'doctor'
    return doctorOf(isMine ? me.id : (await person('doctor')).id, kind !== 'inactive')
  },
  consultations: insertConsultation,
  messages: async (me, kind) => insertMessage(await insertConsultation(me, kind)),
  'chat-files': async (me, kind) => insertChatFile(await insertConsultation(me, kind)),
  pemeriksaan: insertBill,
  prescriptions: insertPrescription,
  news: async (_me, kind) => insertArticle(kind === 'active'),
  categories: async () => insert('INSERT INTO categories (name, slug) VALUES ($1, $1)', unique()),
  redirects: insertRedirect,
  media: async () =>
    insert(`INSERT INTO media (filename, mime_type) VALUES ($1, 'image/jpeg')`, `${unique()}.jpg`),
}

/** Makes a document of a collection, of a kind as `me` sees it. Nobody owns nothing: own is another's. */
export const makeDocument = async (
  collection: string,
  me: Person | null,
  kind: Kind,
): Promise<Id> => {
  const make = MAKERS[collection]
  if (!make) throw new Error(`No fixture makes ${collection}.`)
  return make(me, kind)
}

/** A change that every collection takes from whoever may change it. */
export const CHANGES: Record<string, Record<string, unknown>> = {
  users: { name: 'Diubah' },
  obat: { name: 'Diubah' },
  'obat-categories': { name: 'Diubah' },
  'stock-movements': { reason: 'diubah' },
  orders: { shippingAddress: 'Diubah' },
  'payment-proofs': {},
  'cash-entries': { reason: 'diubah' },
  shifts: { note: 'diubah' },
  'assistant-conversations': { title: 'Diubah' },
  notifications: { readAt: '2026-01-01T00:00:00.000Z' },
  transactions: { itemTitle: 'Diubah' },
  refunds: { note: 'diubah' },
  'payment-notifications': { outcome: 'diubah' },
  courses: { title: 'Diubah' },
  agendas: { title: 'Diubah' },
  coupons: { isActive: false },
  enrollments: { grantReason: 'diubah' },
  'agenda-registrations': { grantReason: 'diubah' },
  'lesson-files': {},
  doctors: { schedule: [{ day: 'monday', startTime: '08:00', endTime: '12:00' }] },
  consultations: { summary: 'Diubah' },
  messages: { content: 'Diubah' },
  'chat-files': {},
  pemeriksaan: { date: '2020-01-01T00:00:00.000Z' },
  prescriptions: { doctorName: 'Diubah' },
  news: { title: 'Diubah' },
  categories: { name: 'Diubah' },
  redirects: { to: { type: 'custom', url: '/diubah' } },
  media: { alt: 'Diubah' },
}

const picture = async (): Promise<Blob> => {
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#0a0' } })
  return new Blob([new Uint8Array(await image.jpeg().toBuffer())], { type: 'image/jpeg' })
}

const upload = async (data: Record<string, unknown>): Promise<FormData> => {
  const form = new FormData()
  form.set('_payload', JSON.stringify(data))
  form.set('file', await picture(), `${unique()}.jpg`)
  return form
}

const CLOSE = `UPDATE shifts SET closed_at = now(), cash_taken = 0, cash_returned = 0, cash_paid_in = 0,
       cash_paid_out = 0, cash_expected = opening_float, cash_counted = opening_float,
       cash_difference = 0, qris_expected = 0, transfer_expected = 0
 WHERE cashier_id = $1 AND closed_at IS NULL`

/** What creates a document, for whoever may: as data, and as a client sends it. */
export const creation = async (
  collection: string,
  me: Person | null,
  rest: Record<string, unknown> = {},
): Promise<{ data: Record<string, unknown>; body: unknown }> => {
  const obat =
    collection === 'orders' || collection === 'stock-movements' ? await insertMovement() : 0
  const [stocked] = await rows<{ id: number }>(
    'SELECT obat_id AS id FROM stock_movements WHERE id = $1',
    obat,
  )
  const name = unique()
  const known: Record<string, Record<string, unknown>> = {
    users: { name, email: `${name}@example.test`, password: 'rahasia-sekali', role: 'patient' },
    obat: { name, price: 1000, drugClass: 'bebas' },
    'obat-categories': { name },
    'stock-movements': { obat: stocked?.id, kind: 'receipt', quantity: 5, reason: 'kiriman' },
    orders: {
      items: [{ obat: stocked?.id, quantity: 1 }],
      shippingAddress: 'Jl. Contoh 1',
      paymentMethod: 'bank_transfer',
    },
    'payment-proofs': {},
    'cash-entries': { kind: 'pay-in', amount: 5000, reason: 'uang kecil' },
    shifts: { openingFloat: 100_000 },
    'assistant-conversations': { title: name, messages: [] },
    notifications: { kind: 'test', title: name, body: name, key: name },
    transactions: {
      invoiceNumber: name,
      type: 'course',
      itemId: name,
      originalAmount: 1000,
      discount: 0,
      amount: 1000,
    },
    refunds: {
      transaction: name,
      gatewayOrderId: name,
      amount: 1000,
      kind: 'manual',
      status: 'PENDING',
      reason: 'batal',
      refundKey: name,
    },
    'payment-notifications': { gatewayOrderId: name, verdict: 'valid', fingerprint: name },
    courses: { title: name, price: 1000, lessons: [{ title: name, kind: 'text' }] },
    agendas: { title: name, price: 1000, startsAt: '2099-01-01T00:00:00.000Z' },
    coupons: {
      code: name,
      discountType: 'PERCENTAGE',
      discountValue: 10,
      validFrom: '2020-01-01T00:00:00.000Z',
      validUntil: '2099-01-01T00:00:00.000Z',
    },
    'lesson-files': {},
    doctors: { name, specialization: 'Dokter umum', fee: 50_000 },
    consultations: { status: 'active' },
    messages: { content: name, seq: 1 },
    'chat-files': {},
    pemeriksaan: {
      date: '2026-11-21T03:00:00.000Z',
      items: [{ name, price: 1000, quantity: 2 }],
    },
    prescriptions: { doctorName: name, validUntil: '2099-01-01T00:00:00.000Z', items: [] },
    news: { title: name },
    categories: { name },
    redirects: { from: `/${name}`, to: { type: 'custom', url: '/' } },
    media: { alt: name },
  }
  const data = { ...known[collection], ...rest }
  if (collection === 'payment-proofs') {
    Object.assign(data, { order: await insertOrder(await ownerOf(me, 'own')) })
  }
  if (collection === 'enrollments' || collection === 'agenda-registrations') {
    const item =
      collection === 'enrollments'
        ? { course: await insertCourse() }
        : { agenda: await insertAgenda() }
    const { id: user } = await person('patient')
    Object.assign(data, { user, ...item, grantReason: 'beasiswa' })
  }
  if (collection === 'pemeriksaan') Object.assign(data, await partiesOf(me))
  if (collection === 'doctors') Object.assign(data, { user: (await person('doctor')).id })
  if (['messages', 'chat-files'].includes(collection)) {
    Object.assign(data, { consultation: await insertConsultation(me, 'own') })
  }
  // A cashier has one shift at most: cash moves in an open one, and a new one needs none.
  if (collection === 'cash-entries' && me) await openShift(me.id)
  if (collection === 'shifts' && me) await rows(CLOSE, me.id)
  const isUpload = ['payment-proofs', 'media', 'lesson-files', 'chat-files'].includes(collection)
  // GraphQL's names have no hyphens.
  const named = collection === 'cash-entries' ? { ...data, kind: 'pay_in' } : data
  return { data: named, body: isUpload ? await upload(data) : data }
}

/** A document's row, to see whether anything touched it; undefined when it is gone. */
export const rowOf = async (collection: string, id: Id): Promise<unknown> => {
  const table = collection.replaceAll('-', '_')
  const [row] = await rows(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE id = $1`, id)
  return row?.row
}
