import { beforeAll, describe, expect, it } from 'vitest'

import type { ContractOrder } from '../../../tests/support/apotek'
import { apotek, atDesk, person, placed, rows, stockOf } from '../../../tests/support/apotek'
import { testPayload } from '../../../tests/support/payload'
import type { Person } from '../../../tests/support/people'
import { makeObat } from './testing'

/** What no statement may do, whoever wrote it: the last word is the database's. */
describe('the guards of the database', () => {
  let patient: Person
  let cashier: Person
  let obat: number
  let order: ContractOrder

  beforeAll(async () => {
    patient = await person('patient')
    cashier = await person('cashier')
    obat = (await makeObat(await testPayload(), { stock: 10 })).id
    order = await make()
  })

  const make = async () => placed(patient, [{ obat_id: obat, quantity: 1 }])
  const refused = async (statement: string, ...values: unknown[]) =>
    expect(rows(statement, ...values)).rejects.toMatchObject({ code: expect.stringMatching(/^23/) })

  it('keep a closed order closed', async () => {
    const { id } = await make()
    await apotek('POST', `/orders/${id}/cancel`, { token: patient.token })
    for (const status of ['pending', 'completed']) {
      await refused('UPDATE orders SET status = $2 WHERE id = $1', id, status)
    }
  })

  it('keep taken money taken', async () => {
    const { id } = await make()
    await atDesk(cashier, 'confirm-payment', id)
    await refused('UPDATE orders SET paid_at = NULL WHERE id = $1', id)
    await refused('UPDATE orders SET paid_at = now() WHERE id = $1', id)
    await refused(`UPDATE orders SET payment_status = 'pending' WHERE id = $1`, id)
  })

  it('keep prices frozen, and sums right', async () => {
    await refused('UPDATE orders SET total_price = 1 WHERE id = $1', order.id)
    await refused('UPDATE orders SET paid_at = now() WHERE id = $1', order.id)
    await refused('UPDATE orders_items SET subtotal = 1 WHERE _parent_id = $1', order.id)
    await refused('UPDATE orders_items SET quantity = 0 WHERE _parent_id = $1', order.id)
  })

  it('let stock move by movements alone, and never below zero', async () => {
    const before = await stockOf(obat)
    await rows('UPDATE obat SET stock = 999 WHERE id = $1', obat)
    expect(await stockOf(obat)).toBe(before)
    await refused(
      `INSERT INTO stock_movements (obat_id, kind, quantity) VALUES ($1, 'adjustment', -1000)`,
      obat,
    )
    await refused(
      `INSERT INTO stock_movements (obat_id, kind, quantity) VALUES ($1, 'adjustment', 0)`,
      obat,
    )
    expect(await stockOf(obat)).toBe(before)
  })

  it('let an order sell an obat once, and give it back once', async () => {
    const move = `INSERT INTO stock_movements (obat_id, kind, quantity, order_id) VALUES ($1, $2, $3, $4)`
    await refused(move, obat, 'sale', -1, order.id)
    await rows(move, obat, 'cancellation', 1, order.id)
    await refused(move, obat, 'cancellation', 1, order.id)
  })

  it('keep whoever and whatever the books speak of', async () => {
    await refused('DELETE FROM users WHERE id = $1', patient.id)
    await refused('DELETE FROM users WHERE id = $1', cashier.id)
    await refused('DELETE FROM obat WHERE id = $1', obat)
    await refused('DELETE FROM orders WHERE id = $1', order.id)
  })
})
