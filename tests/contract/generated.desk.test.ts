import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import type { DeskAnswer, DeskOrder } from '@/plugins/pharmacy/deskSchemas'
import { deskAnswer } from '@/plugins/pharmacy/deskSchemas'
import { makeObat } from '@/plugins/pharmacy/testing'

import { api } from '../support/api'
import { apotek, atDesk, person, placed, rows } from '../support/apotek'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { practice, prescribe } from '../support/prescriptions'

describe('GET /api/orders/desk', () => {
  let obat: Obat
  let patient: Person
  let cashier: Person

  beforeAll(async () => {
    obat = await makeObat(await testPayload(), { price: 5000, stock: 1000, unit: 'strip' })
    patient = await person('patient')
    cashier = await person('cashier')
  })

  const order = async (body: Record<string, unknown> = {}, buyer = patient, of = obat) =>
    (await placed(buyer, [{ obat_id: of.id, quantity: 2 }], body)).id
  const ask = async (query: Record<string, string>): Promise<DeskAnswer> => {
    const { token } = cashier
    const answer = await api('GET', `/orders/desk?${new URLSearchParams(query)}`, { token })
    expect([answer.status, answer.body]).toEqual([200, answer.body])
    return deskAnswer.strict().parse(answer.body)
  }
  const idsOf = ({ docs }: DeskAnswer): number[] => docs.map(({ id }) => id)
  const find = async (search: string): Promise<number[]> =>
    idsOf(await ask({ kind: 'all', search }))
  /** Those of some orders that are of a kind; there may be more of it than one answer lists. */
  const which = async (kind: string, ...ids: number[]): Promise<number[]> => {
    const answers = await Promise.all(ids.map((id) => ask({ kind, search: `#${id}` })))
    return ids.filter((id, index) => idsOf(answers[index]!).includes(id))
  }
  const shown = async (id: number): Promise<DeskOrder> => {
    const { docs } = await ask({ kind: 'all', search: `#${id}` })
    return docs.find((doc) => doc.id === id)!
  }

  it('is for the desk only', async () => {
    expect((await api('GET', '/orders/desk')).status).toBe(401)
    for (const role of ['patient', 'doctor', 'editor'] as const) {
      const { token } = await person(role)
      expect((await api('GET', '/orders/desk', { token })).status).toBe(403)
    }
    const { token } = await person('admin')
    expect((await api('GET', '/orders/desk', { token })).status).toBe(200)
  })

  it('lists the payments that wait as the contract does', async () => {
    await order({ payment_method: 'qris' })
    const own = await ask({})
    const contract = await apotek<{ id: number }[]>('GET', '/cashier/orders/pending-payments', {
      token: cashier.token,
    })
    expect(idsOf(own)).toEqual(contract.body.data.map(({ id }) => id))
    expect(own.waiting.payments).toBe(contract.body.count)
  })

  it('knows what cash is to be collected, and what is to be handed over', async () => {
    const cash = await order({ payment_method: 'cash' })
    const cod = await order({ payment_method: 'cod' })
    const transfer = await order({ payment_method: 'bank_transfer' })
    const sold = await order({ payment_method: 'cash' }, cashier)
    const { waiting: before } = await ask({ limit: '1' })
    expect(await which('cash', cash, cod, transfer, sold)).toEqual([cash, cod])
    expect(await which('handover', cash, cod, transfer, sold)).toEqual([])

    for (const id of [cash, transfer]) await atDesk(cashier, 'confirm-payment', id)
    expect(await which('handover', cash, cod, transfer, sold)).toEqual([cash, transfer])
    expect((await ask({ limit: '1' })).waiting).toEqual({
      payments: before.payments - 1,
      cash: before.cash - 1,
      handover: before.handover + 2,
    })
    await atDesk(cashier, 'complete', cash)
    expect(await which('handover', cash, transfer)).toEqual([transfer])
  })

  it('shows the e-prescription that an order draws on', async () => {
    const keras = await makeObat(await testPayload(), { drugClass: 'keras', unit: 'tablet' })
    const doctor = await practice()
    const id = await prescribe(doctor, patient, [
      { obat: keras.id, quantity: 5, dose: '2 × 1', note: 'habiskan' },
    ])
    const { prescription } = await shown(await order({}, patient, keras))
    expect(prescription).toEqual({
      id,
      patientName: patient.name,
      doctorName: doctor.doctor.name,
      issuedAt: expect.any(String),
      validUntil: expect.any(String),
      items: [
        {
          obat: keras.id,
          name: keras.name,
          unit: 'tablet',
          quantity: 5,
          used: 2,
          dose: '2 × 1',
          note: 'habiskan',
        },
      ],
    })
    expect((await shown(await order())).prescription).toBeNull()
  })

  it('shows what the desk works with', async () => {
    const keras = await makeObat(await testPayload(), { price: 7000, drugClass: 'keras' })
    const id = await order(
      { customer_name: 'Pak Wahyu', customer_phone: '0812', prescription_seen: true },
      cashier,
      keras,
    )
    const doc = await shown(id)
    expect(doc).toMatchObject({
      customerName: 'Pak Wahyu',
      accountName: cashier.name,
      takenBy: cashier.name,
      totalPrice: 14_000,
      proofUrl: null,
      prescriptionSeen: true,
      items: [{ name: keras.name, quantity: 2, unitPrice: 7000, needsPrescription: true }],
    })
    const open = await shown(await order({ payment_details: { bank: 'BCA', proof_url: 'x' } }))
    expect(open.paymentDetails).toEqual({ bank: 'BCA' })
    expect(open.items[0]).toMatchObject({ unit: 'strip', needsPrescription: false })
    expect(Date.parse(open.expiresAt ?? '')).toBeGreaterThan(Date.parse(open.createdAt))
  })

  it('finds orders by number, name and phone, whatever their state', async () => {
    const buyer = await person('patient')
    await rows(`UPDATE users SET phone = '0813-7000 4321' WHERE id = $1`, buyer.id)
    const id = await order({}, buyer)
    await atDesk(cashier, 'cancel', id, { reason: 'uji' })
    const counter = await order(
      { customer_name: '100% Siti_Aminah', customer_phone: '+62 811-222-333' },
      cashier,
    )
    for (const text of [String(id), `#${id}`, buyer.name, buyer.name.slice(3), '70004321']) {
      expect([text, (await find(text)).includes(id)]).toEqual([text, true])
    }
    expect(await find('+62 813 7000')).toContain(id)
    expect(await find('0811222')).toContain(counter)
    expect(await find('siti_a')).toEqual([counter])
    expect(await find('100%')).toEqual([counter])
    expect(await find('%')).not.toContain(id)
    expect(await find('tidak ada orangnya')).toEqual([])
    expect(await find('99999999999999')).toEqual([])
  })

  it('searches within a kind, newest first among all', async () => {
    const [first, second] = [await order(), await order()]
    expect(idsOf(await ask({ kind: 'payments', search: String(first) }))).toContain(first)
    expect(idsOf(await ask({ kind: 'cash', search: `#${first}` }))).not.toContain(first)
    const all = idsOf(await ask({ kind: 'all', limit: '2' }))
    expect(all).toEqual([second, first])
  })

  it.each([
    ['kind=mine', 'kind tidak dikenal.'],
    ['limit=0', 'limit minimal 1.'],
    ['limit=x', 'limit tidak valid.'],
    [`search=${'x'.repeat(101)}`, 'search maksimal 100 karakter.'],
  ])('refuses ?%s', async (query, message) => {
    const { status, body } = await rest('GET', `/orders/desk?${query}`, cashier)
    expect([status, body.errors[0]?.message]).toEqual([422, message])
  })
})
