import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { ledgerOf, ordersOf, person, placed } from '../support/apotek'
import { atOnce, postOnce } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

describe('Idempotency-Key at the generated REST', () => {
  let patient: Person
  let obat: Obat

  beforeAll(async () => {
    patient = await person('patient')
    obat = await makeObat(await testPayload(), { stock: 1000 })
  })

  it('holds for POST /api/orders: one order, and one answer', async () => {
    const key = randomUUID()
    const body = { items: [{ obat: obat.id, quantity: 1 }] }
    const answers = await atOnce(10, () => postOnce(patient, '/orders', key, body))
    expect(answers[0]!.status).toBe(201)
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await ordersOf(patient)).toBe(1)
    const other = { ...body, paymentMethod: 'qris' }
    expect((await postOnce(patient, '/orders', key, other)).status).toBe(422)
  })

  it('repeats refusals of POST /api/orders', async () => {
    const scarce = await makeObat(await testPayload(), { stock: 1 })
    const body = { items: [{ obat: scarce.id, quantity: 2 }] }
    const key = randomUUID()
    const refused = await postOnce(patient, '/orders', key, body)
    expect(refused.status).toBe(400)
    expect(await postOnce(patient, '/orders', key, body)).toEqual(refused)
  })

  it('holds for POST /api/stock-movements', async () => {
    const cashier = await person('cashier')
    const own = await makeObat(await testPayload(), { stock: 1 })
    const key = randomUUID()
    const body = { obat: own.id, kind: 'receipt', quantity: 5 }
    const answers = await atOnce(10, () => postOnce(cashier, '/stock-movements', key, body))
    expect(answers[0]!.status).toBe(201)
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(await ledgerOf(own.id)).toEqual([
      ['opening', 1, 1],
      ['receipt', 5, 6],
    ])
  })

  it('holds for the named operations', async () => {
    const { id } = await placed(patient, [{ obat_id: obat.id, quantity: 1 }])
    const key = randomUUID()
    const first = await postOnce(patient, `/orders/${id}/cancel`, key, {})
    expect(first.status).toBe(200)
    expect(await postOnce(patient, `/orders/${id}/cancel`, key, {})).toEqual(first)
  })
})
