import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat, Order } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { graphql } from '../support/api'
import { apotek, person, placed, rows, stockOf } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

type Result = {
  data: Record<string, Order & { docs: Order[]; totalDocs: number }>
  errors?: { message: string; extensions: { statusCode: number } }[]
}

const run = async (
  { token }: Partial<Person>,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Result> => {
  const { body } = await graphql(query, { variables, ...(token ? { token } : {}) })
  return body
}

const CREATE = `mutation ($data: mutationOrderInput!) {
  createOrder(data: $data) { id totalPrice status paymentStatus items { unitPrice subtotal } user { id } }
}`

describe('the GraphQL of orders', () => {
  let obat: Obat
  let patient: Person
  let cashier: Person

  beforeAll(async () => {
    obat = await makeObat(await testPayload(), { price: 5000, stock: 1000 })
    patient = await person('patient')
    cashier = await person('cashier')
  })

  const order = async () => (await placed(patient, [{ obat_id: obat.id, quantity: 1 }])).id
  const act = async (by: Partial<Person>, mutation: string, id: number, reason?: string) => {
    const given = reason === undefined ? '' : `, reason: ${JSON.stringify(reason)}`
    const { data, errors } = await run(
      by,
      `mutation { ${mutation}(id: ${id}${given}) { id status paymentStatus } }`,
    )
    if (errors) return [errors[0]!.extensions.statusCode, errors[0]!.message]
    return [200, data[mutation]!.status]
  }

  it('creates by the contract’s rules', async () => {
    const before = await stockOf(obat.id)
    const { data, errors } = await run(patient, CREATE, {
      data: {
        items: [{ obat: obat.id, quantity: 2, unitPrice: 1 }],
        totalPrice: 1,
        paidAt: '2020-01-01T00:00:00Z',
      },
    })
    expect(errors).toBeUndefined()
    expect(data.createOrder).toMatchObject({
      totalPrice: 10_000,
      status: 'pending',
      paymentStatus: 'pending',
      items: [{ unitPrice: 5000, subtotal: 10_000 }],
      user: { id: patient.id },
    })
    expect(await stockOf(obat.id)).toBe(before - 2)
  })

  it('refuses as the contract does', async () => {
    const scarce = await makeObat(await testPayload(), { stock: 1 })
    const { errors } = await run(patient, CREATE, {
      data: { items: [{ obat: scarce.id, quantity: 2 }] },
    })
    expect(errors![0]).toMatchObject({
      message: 'Stok tidak mencukupi',
      extensions: { statusCode: 400 },
    })
    const nobody = await run({}, CREATE, { data: { items: [{ obat: obat.id, quantity: 1 }] } })
    expect(nobody.errors![0]!.extensions.statusCode).toBe(403)
  })

  it('keeps aliased creates apart: each stands or falls alone', async () => {
    const own = await makeObat(await testPayload(), { stock: 3 })
    const one = `createOrder(data: {items: [{obat: ${own.id}, quantity: 2}]}) { id }`
    const { data, errors } = await run(patient, `mutation { a: ${one} b: ${one} }`)
    expect(errors).toHaveLength(1)
    expect([data.a, data.b].filter(Boolean)).toHaveLength(1)
    expect(await stockOf(own.id)).toBe(1)
  })

  it('shows patients their own, and the desk all', async () => {
    const id = await order()
    const query = `{ Orders(where: {id: {equals: ${id}}}) { totalDocs docs { id } } Order(id: ${id}) { id } }`
    for (const by of [patient, cashier]) {
      expect((await run(by, query)).data).toEqual({
        Orders: { totalDocs: 1, docs: [{ id }] },
        Order: { id },
      })
    }
    const stranger = await run(await person('patient'), query)
    expect(stranger.data.Orders).toEqual({ totalDocs: 0, docs: [] })
    expect(stranger.data.Order).toBeNull()
  })

  it('never updates or deletes', async () => {
    const id = await order()
    const before = await rows('SELECT * FROM orders WHERE id = $1', id)
    for (const by of [patient, cashier, await person('admin')]) {
      const change = await run(
        by,
        `mutation { updateOrder(id: ${id}, data: {shippingAddress: "x"}) { id } }`,
      )
      expect(change.errors).toHaveLength(1)
      const removal = await run(by, `mutation { deleteOrder(id: ${id}) { id } }`)
      expect(removal.errors).toHaveLength(1)
    }
    expect(await rows('SELECT * FROM orders WHERE id = $1', id)).toEqual(before)
  })

  it('has the named operations, with the contract’s refusals', async () => {
    const id = await order()
    expect(await act({}, 'cancelOrder', id)).toEqual([401, 'Unauthenticated.'])
    expect(await act(await person('patient'), 'cancelOrder', id)).toEqual([403, 'Unauthorized'])
    expect(await act(patient, 'confirmOrderPayment', id)).toEqual([403, 'Forbidden'])
    expect(await act(patient, 'completeOrder', id)).toEqual([403, 'Forbidden'])
    expect(await act(patient, 'rejectOrderPayment', id, 'x')).toEqual([403, 'Forbidden'])
    expect(await act(cashier, 'rejectOrderPayment', id, 'Buram')).toEqual([200, 'pending'])
    expect(await act(cashier, 'completeOrder', id)).toEqual([400, 'Order belum dibayar'])
    expect(await act(cashier, 'confirmOrderPayment', id)).toEqual([200, 'pending'])
    expect(await act(cashier, 'confirmOrderPayment', id)).toEqual([400, 'Order already paid'])
    expect(await act(cashier, 'completeOrder', id)).toEqual([200, 'completed'])
    expect(await act(cashier, 'completeOrder', 2_000_000_000)).toEqual([404, 'Order not found'])
    const [paid] = await rows('SELECT paid_by_id FROM orders WHERE id = $1', id)
    expect(paid).toEqual({ paid_by_id: cashier.id })
  })

  it('cancels: the owner without, the desk with a reason', async () => {
    const [own, other] = [await order(), await order()]
    const before = await stockOf(obat.id)
    expect(await act(patient, 'cancelOrder', own)).toEqual([200, 'cancelled'])
    const missing = [422, 'reason wajib diisi.']
    expect(await act(cashier, 'cancelOrder', other)).toEqual(missing)
    expect(await act(cashier, 'cancelOrder', other, '  ')).toEqual(missing)
    expect(await act(cashier, 'rejectOrderPayment', other, '  ')).toEqual(missing)
    expect(await act(cashier, 'cancelOrder', other, 'Tidak datang')).toEqual([200, 'cancelled'])
    expect(await stockOf(obat.id)).toBe(before + 2)
    const { body } = await apotek('GET', `/orders/${own}`, { token: patient.token })
    expect(body.data.status).toBe('cancelled')
  })
})
