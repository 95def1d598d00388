import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat, Order } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { atDesk, ordersOf, person, placed, rows } from '../support/apotek'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

describe('who reads and changes orders over the generated REST', () => {
  let obat: Obat
  let patient: Person
  let stranger: Person
  let cashier: Person

  beforeAll(async () => {
    obat = await makeObat(await testPayload(), { stock: 1000 })
    patient = await person('patient')
    stranger = await person('patient')
    cashier = await person('cashier')
  })

  it('lets a patient read their own, the desk all, and others none', async () => {
    const { id } = await placed(patient, [{ obat_id: obat.id, quantity: 1 }])
    const read = async (by: Partial<Person>) => rest<Order>('GET', `/orders?limit=0`, by)
    const mine = await read(patient)
    expect(mine.body.totalDocs).toBe(await ordersOf(patient))
    expect(mine.body.docs.every(({ user }) => (user as { id: number }).id === patient.id)).toBe(
      true,
    )
    expect((await read(stranger)).body.totalDocs).toBe(0)
    const peek = await rest('GET', `/orders?where[id][equals]=${id}`, stranger)
    expect(peek.body.docs).toEqual([])
    expect((await rest('GET', `/orders/${id}`, stranger)).status).toBe(404)
    expect((await rest('GET', `/orders/${id}`, patient)).status).toBe(200)
    expect((await rest('GET', `/orders/${id}`, cashier)).status).toBe(200)
    expect((await read({})).status).toBe(403)
    for (const role of ['doctor', 'editor'] as const) {
      expect((await read(await person(role))).status).toBe(403)
    }
  })

  it('never changes or deletes an order, whoever asks', async () => {
    const { id } = await placed(patient, [{ obat_id: obat.id, quantity: 1 }])
    const before = await rows('SELECT * FROM orders WHERE id = $1', id)
    for (const by of [patient, cashier, await person('admin')]) {
      for (const path of [`/orders/${id}`, `/orders?where[id][equals]=${id}`]) {
        const change = await rest('PATCH', path, by, { status: 'cancelled', shippingAddress: 'x' })
        expect(change.status).toBe(403)
        expect((await rest('DELETE', path, by)).status).toBe(403)
      }
    }
    expect(await rows('SELECT * FROM orders WHERE id = $1', id)).toEqual(before)
  })

  it('has the named operations, with the contract’s refusals', async () => {
    const { id } = await placed(patient, [{ obat_id: obat.id, quantity: 1 }])
    const act = async (by: Partial<Person>, verb: string, body: unknown = {}, order = id) => {
      const answer = await rest<Order>('POST', `/orders/${order}/${verb}`, by, body)
      return [answer.status, answer.body.errors?.[0]?.message ?? answer.body.doc.status]
    }
    expect(await act({}, 'cancel')).toEqual([401, 'Unauthenticated.'])
    expect(await act(stranger, 'cancel')).toEqual([403, 'Unauthorized'])
    for (const verb of ['confirm-payment', 'complete']) {
      expect(await act(patient, verb)).toEqual([403, 'Forbidden'])
    }
    expect(await act(patient, 'reject-payment', { reason: 'x' })).toEqual([403, 'Forbidden'])
    expect((await act(cashier, 'cancel'))[0]).toBe(422)
    expect((await act(cashier, 'reject-payment'))[0]).toBe(422)
    expect(await act(cashier, 'reject-payment', { reason: 'x' })).toEqual([200, 'pending'])
    expect(await act(cashier, 'complete')).toEqual([400, 'Order belum dibayar'])
    expect(await act(cashier, 'confirm-payment')).toEqual([200, 'pending'])
    expect(await act(cashier, 'confirm-payment')).toEqual([400, 'Order already paid'])
    expect((await act(patient, 'cancel'))[0]).toBe(400)
    expect(await act(cashier, 'complete')).toEqual([200, 'completed'])
    expect(await act(cashier, 'complete', {}, 2_000_000_000)).toEqual([404, 'Order not found'])
    const other = await placed(patient, [{ obat_id: obat.id, quantity: 1 }])
    expect(await act(patient, 'cancel', {}, other.id)).toEqual([200, 'cancelled'])
    const third = await placed(patient, [{ obat_id: obat.id, quantity: 1 }])
    expect(await act(cashier, 'cancel', { reason: 'x' }, third.id)).toEqual([200, 'cancelled'])
    expect((await atDesk(cashier, 'confirm-payment', third.id)).status).toBe(400)
  })
})
