import { beforeAll, describe, expect, it } from 'vitest'

import { makeObat } from '@/plugins/pharmacy/testing'

import { apotek, ledgerOf, person, placed, rows, stockOf, strictOrder } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

const cancel = async ({ token }: Person, id: number | string) =>
  apotek('POST', `/orders/${id}/cancel`, { token })

const NOT_PENDING = {
  status: 400,
  body: { success: false, message: 'Hanya order pending yang dapat dibatalkan' },
}

describe('POST /api/apotek/orders/{id}/cancel', () => {
  let patient: Person
  let cashier: Person

  beforeAll(async () => {
    patient = await person('patient')
    cashier = await person('cashier')
  })

  /** An order of two obat, five and two pieces of ten. */
  const order = async (rest: Record<string, unknown> = {}) => {
    const payload = await testPayload()
    const [first, second] = [
      await makeObat(payload, { stock: 10 }),
      await makeObat(payload, { stock: 10 }),
    ]
    const { id } = await placed(
      patient,
      [
        { obat_id: second.id, quantity: 2 },
        { obat_id: first.id, quantity: 5 },
      ],
      rest,
    )
    return { id, first: first.id, second: second.id }
  }

  it('cancels, and returns the stock of every line with a ledger row of its own', async () => {
    const { id, first, second } = await order()
    const { status, body } = await cancel(patient, id)
    expect(status).toBe(200)
    expect(Object.keys(body)).toEqual(['success', 'message', 'data'])
    expect(body).toMatchObject({ success: true, message: 'Order dibatalkan' })
    const cancelled = strictOrder.parse(body.data)
    expect(cancelled).toMatchObject({ id, status: 'cancelled', payment_status: 'pending' })
    expect(cancelled.items.map(({ obat }) => obat.stock)).toEqual([10, 10])
    expect([await stockOf(first), await stockOf(second)]).toEqual([10, 10])
    expect(await ledgerOf(first)).toEqual([
      ['opening', 10, 10],
      ['sale', -5, 5],
      ['cancellation', 5, 10],
    ])
    const why = await rows(
      `SELECT reason, created_by_id AS by FROM stock_movements
        WHERE order_id = $1 AND kind = 'cancellation'`,
      id,
    )
    expect(why).toEqual(Array(2).fill({ reason: `Order #${id} dibatalkan`, by: patient.id }))
    const noted = await rows(
      'SELECT cancelled_at IS NOT NULL AS at, cancelled_by_id AS by FROM orders WHERE id = $1',
      id,
    )
    expect(noted).toEqual([{ at: true, by: patient.id }])
  })

  it('returns the stock once: a second cancel, and five at once, are refused', async () => {
    const { id, first } = await order()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => cancel(patient, id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400])
    const { status, body } = await cancel(patient, id)
    expect({ status, body }).toEqual(NOT_PENDING)
    expect(await stockOf(first)).toBe(10)
    expect(await ledgerOf(first)).toHaveLength(3)
  })

  it('takes cash that nobody has taken for what it is: not paid', async () => {
    const { id, first } = await order({ payment_method: 'cash' })
    const { status, body } = await cancel(patient, id)
    expect(status).toBe(200)
    expect(body.data).toMatchObject({ status: 'cancelled', payment_status: 'paid', paid_at: null })
    expect(await stockOf(first)).toBe(10)
  })

  it('refuses what is really paid, and what is completed', async () => {
    const { id, first } = await order()
    await apotek('POST', `/cashier/orders/${id}/confirm-payment`, { token: cashier.token })
    const paid = await cancel(patient, id)
    expect({ status: paid.status, body: paid.body }).toEqual(NOT_PENDING)
    await apotek('POST', `/cashier/orders/${id}/complete`, { token: cashier.token })
    const completed = await cancel(patient, id)
    expect({ status: completed.status, body: completed.body }).toEqual(NOT_PENDING)
    expect(await stockOf(first)).toBe(5)
  })

  it.each(['patient', 'cashier', 'admin'] as const)(
    'refuses a %s who is not the owner',
    async (role) => {
      const { id, first } = await order()
      const { status, body } = await cancel(await person(role), id)
      expect({ status, body }).toEqual({
        status: 403,
        body: { success: false, message: 'Unauthorized' },
      })
      expect(await stockOf(first)).toBe(5)
    },
  )

  it.each(['2000000000', 'abc', '0'])('knows no order %s', async (id) => {
    const { status, body } = await cancel(patient, id)
    expect({ status, body }).toEqual({
      status: 404,
      body: { success: false, message: 'Order not found' },
    })
  })
})
