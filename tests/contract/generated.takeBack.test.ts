import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat, Order } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { atDesk, ledgerOf, person, placed, rows, stockOf } from '../support/apotek'
import { atOnce, rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

let cashier: Person
let obat: Obat
beforeAll(async () => {
  cashier = await person('cashier')
})

const sold = async (): Promise<number> => {
  obat = await makeObat(await testPayload(), { stock: 10, price: 4500 })
  const sale = { items: [{ obat: obat.id, quantity: 2 }], paymentMethod: 'cash' }
  const { body } = await rest<Order>('POST', '/orders/counter-sale', cashier, sale)
  return body.doc.id
}

const entriesOf = async (order: number): Promise<[string, number][]> => {
  const found = await rows<{ kind: string; amount: string }>(
    `SELECT kind, amount FROM cash_entries WHERE item_type = 'order' AND item_id = $1 ORDER BY id`,
    String(order),
  )
  return found.map(({ kind, amount }) => [kind, Number(amount)])
}

describe('a sale at the counter that was a mistake', () => {
  it('is taken back with its money and its goods, once', async () => {
    const id = await sold()
    const reason = { reason: 'Salah obat' }
    const answers = await atOnce(8, async () => atDesk(cashier, 'cancel', id, reason))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(7)
    const order = await rest<Order>('GET', `/orders/${id}?depth=0`, cashier)
    expect(order.body).toMatchObject({
      status: 'cancelled',
      cancelReason: 'Salah obat',
      refundedBy: cashier.id,
    })
    expect(await stockOf(obat.id)).toBe(10)
    expect((await ledgerOf(obat.id)).at(-1)).toEqual(['cancellation', 2, 10])
    expect(await entriesOf(id)).toEqual([
      ['payment', 9000],
      ['refund', -9000],
    ])
  })

  it('needs a reason', async () => {
    const id = await sold()
    expect((await atDesk(cashier, 'cancel', id, { reason: ' ' })).status).toBe(422)
    expect(await entriesOf(id)).toEqual([['payment', 9000]])
  })

  it('is not what a patient has ordered: once handed over, that stays', async () => {
    await sold()
    const patient = await person('patient', { address: 'Jl. Sehat 1' })
    const { id } = await placed(patient, [{ obat_id: obat.id, quantity: 1 }])
    await atDesk(cashier, 'confirm-payment', id)
    await atDesk(cashier, 'complete', id)
    const { status, body } = await atDesk(cashier, 'cancel', id, { reason: 'Salah' })
    expect([status, body.message]).toEqual([400, 'Hanya order pending yang dapat dibatalkan'])
    await expect(
      rows(`UPDATE orders SET status = 'cancelled', refunded_at = now() WHERE id = $1`, id),
    ).rejects.toThrow('cannot change like this')
  })
})
