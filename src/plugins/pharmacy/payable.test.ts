import { beforeAll, describe, expect, it } from 'vitest'

import { withTransaction } from '@/database/transactions'
import type { Obat, Transaction } from '@/payload-types'

import { apotek, atDesk, ledgerOf, person, placed, rows } from '../../../tests/support/apotek'
import { orderTransaction } from '../../../tests/support/orderTransaction'
import { systemRequest, testPayload } from '../../../tests/support/payload'
import type { Person } from '../../../tests/support/people'
import { practice, prescribe, usedOf } from '../../../tests/support/prescriptions'
import { pharmacyPayables } from './index'
import { makeObat } from './testing'

const [payable] = pharmacyPayables()
if (!payable) throw new Error('Orders can be paid for.')

let patient: Person
let cashier: Person
let obat: Obat

beforeAll(async () => {
  patient = await person('patient')
  cashier = await person('cashier')
  obat = await makeObat(await testPayload(), { stock: 1000, price: 7000 })
})

const order = async (rest: Record<string, unknown> = {}, quantity = 2): Promise<number> =>
  (await placed(patient, [{ obat_id: obat.id, quantity }], rest)).id

const transactionFor = async (id: number) => orderTransaction(id, patient.id)

const inTransaction = async <T>(
  work: (req: Awaited<ReturnType<typeof systemRequest>>) => Promise<T>,
): Promise<T> => {
  const req = await systemRequest()
  return withTransaction(req, () => work(req))
}
const quote = (id: string, user = patient.id) =>
  inTransaction((req) => payable.quote({ req, user, item: { id } }))
const settle = (transaction: Transaction) =>
  inTransaction((req) => payable.settle({ req, transaction }))
const revoke = (transaction: Transaction) =>
  inTransaction((req) => payable.revoke({ req, transaction }))

const stateOf = async (id: number) => {
  const [row] = await rows(
    `SELECT status, payment_status, paid_at IS NOT NULL AS paid, paid_by_id, transaction_id,
            expires_at IS NOT NULL AS expires, refunded_at IS NOT NULL AS refunded
       FROM orders WHERE id = $1`,
    id,
  )
  return row
}
const cashEntries = async (id: number) =>
  rows(`SELECT kind FROM cash_entries WHERE item_type = 'order' AND item_id = $1`, String(id))

const refusal = (status: number, message: string) => expect.objectContaining({ status, message })

describe('an order that is asked to be paid online', () => {
  it('costs what it was placed for, until it expires', async () => {
    const id = await order()
    const [kept] = await rows<{ expires_at: Date }>(
      'SELECT expires_at FROM orders WHERE id = $1',
      id,
    )
    expect(await quote(String(id))).toEqual({
      title: `Order #${id}`,
      snapshot: { id, title: `Order #${id}`, thumbnail_url: null },
      originalAmount: 14_000,
      discount: 0,
      amount: 14_000,
      coupon: null,
      payBy: kept?.expires_at,
    })
  })

  it('is nobody else’s, and no id that none can have', async () => {
    const gone = refusal(404, 'Order tidak ditemukan')
    const id = String(await order())
    await expect(quote(id, (await person('patient')).id)).rejects.toEqual(gone)
    for (const wrong of ['0', '-1', '1.5', 'x', '', '2147483648', '99999999999999', `${id} `]) {
      await expect(quote(wrong)).rejects.toEqual(gone)
    }
  })

  it('is neither cancelled, nor paid, nor overdue', async () => {
    const cancelled = await order()
    await apotek('POST', `/orders/${cancelled}/cancel`, { token: patient.token })
    await expect(quote(String(cancelled))).rejects.toEqual(refusal(400, 'Order cancelled'))
    const paid = await order({ payment_method: 'cash' })
    await atDesk(cashier, 'confirm-payment', paid)
    await expect(quote(String(paid))).rejects.toEqual(refusal(400, 'Order already paid'))
    const overdue = await order()
    await rows(`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = $1`, overdue)
    await expect(quote(String(overdue))).rejects.toEqual(refusal(400, 'Order cancelled'))
  })

  it('is named by type and id', () => {
    expect(payable.parse?.({ type: 'order', id: 7 })).toEqual({ id: '7' })
    expect(payable.parse?.({ type: 'order', id: '7' })).toEqual({ id: '7' })
    for (const other of [
      { id: 7 },
      { type: 'order' },
      { type: 'order', id: [7] },
      { doctor_id: 7 },
    ]) {
      expect(payable.parse?.(other)).toBeNull()
    }
  })
})

describe('an order whose money came online', () => {
  it('is paid once, by nobody at the desk, and no drawer has the money', async () => {
    const id = await order({ payment_method: 'bank_transfer' })
    const transaction = await transactionFor(id)
    const paid = {
      status: 'pending',
      payment_status: 'paid',
      paid: true,
      paid_by_id: null,
      transaction_id: transaction.id,
      expires: false,
      refunded: false,
    }
    expect(await settle(transaction)).toEqual({ isGiven: true })
    expect(await settle(transaction)).toEqual({ isGiven: true })
    expect(await stateOf(id)).toEqual(paid)
    expect(await cashEntries(id)).toEqual([])

    expect((await atDesk(cashier, 'confirm-payment', id)).body.message).toBe('Order already paid')
    expect((await atDesk(cashier, 'complete', id)).status).toBe(200)
    expect(await stateOf(id)).toEqual({ ...paid, status: 'completed' })
    expect(await cashEntries(id)).toEqual([])
  })

  it('is not paid where it cannot be any more; who reads of it is told why', async () => {
    const cancelled = await order()
    await apotek('POST', `/orders/${cancelled}/cancel`, { token: patient.token })
    expect(await settle(await transactionFor(cancelled))).toEqual({
      isGiven: false,
      reason: `Order #${cancelled} sudah dibatalkan.`,
    })
    const paid = await order()
    await atDesk(cashier, 'confirm-payment', paid)
    const before = await stateOf(paid)
    expect(await settle(await transactionFor(paid))).toEqual({
      isGiven: false,
      reason: `Order #${paid} sudah dibayar dengan cara lain.`,
    })
    expect(await stateOf(paid)).toEqual(before)
    expect(await cashEntries(paid)).toHaveLength(1)
  })
})

describe('an order whose online money went back', () => {
  it('is cancelled, once, and its goods return, when they are still here', async () => {
    const own = await makeObat(await testPayload(), { stock: 5, price: 7000 })
    const { id } = await placed(patient, [{ obat_id: own.id, quantity: 2 }])
    const transaction = await transactionFor(id)
    await settle(transaction)
    await revoke(transaction)
    await revoke(transaction)
    expect(await stateOf(id)).toMatchObject({ status: 'cancelled', paid: true, refunded: true })
    expect(await ledgerOf(own.id)).toEqual([
      ['opening', 5, 5],
      ['sale', -2, 3],
      ['cancellation', 2, 5],
    ])
    expect(await cashEntries(id)).toEqual([])
    // Money that comes again finds nothing to pay for.
    expect(await settle(transaction)).toMatchObject({ isGiven: false })
  })

  it('gives back what it took of a prescription, once, when the goods are still here', async () => {
    const keras = await makeObat(await testPayload(), { stock: 50, drugClass: 'keras' })
    const line = { obat: keras.id, quantity: 9 }
    const prescription = await prescribe(await practice(), patient, [line])
    const buy = async () => {
      const { id } = await placed(patient, [{ obat_id: keras.id, quantity: 2 }])
      const transaction = await transactionFor(id)
      await settle(transaction)
      return { id, transaction }
    }
    const [here, handed] = [await buy(), await buy()]
    await atDesk(cashier, 'complete', handed.id)
    expect(await usedOf(prescription)).toEqual([4])
    for (const { transaction } of [here, here, handed]) await revoke(transaction)
    expect(await usedOf(prescription)).toEqual([2])
  })

  it('stays sold when the goods were handed over', async () => {
    const own = await makeObat(await testPayload(), { stock: 5, price: 7000 })
    const { id } = await placed(patient, [{ obat_id: own.id, quantity: 2 }])
    const transaction = await transactionFor(id)
    await settle(transaction)
    await atDesk(cashier, 'complete', id)
    await revoke(transaction)
    expect(await stateOf(id)).toMatchObject({ status: 'completed', paid: true, refunded: true })
    expect(await ledgerOf(own.id)).toEqual([
      ['opening', 5, 5],
      ['sale', -2, 3],
    ])
    expect(await cashEntries(id)).toEqual([])
  })

  it('is not touched by the money of another transaction', async () => {
    const id = await order({}, 1)
    const paying = await transactionFor(id)
    await settle(paying)
    await rows(`UPDATE transactions SET status = 'FAILED' WHERE id = $1`, paying.id)
    await revoke(await transactionFor(id))
    expect(await stateOf(id)).toMatchObject({ status: 'pending', paid: true, refunded: false })
  })
})
