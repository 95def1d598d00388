import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, it } from 'vitest'

import { person, rows } from '../support/apotek'

/** A refund of a payment, as the operations write it. */
const refund = async (status: 'PENDING' | 'SUCCESS' | 'FAILED'): Promise<number> => {
  const [key, transaction] = [randomUUID(), randomUUID()]
  const { id: user } = await person('patient')
  await rows(
    `INSERT INTO transactions (id, invoice_number, type, item_id, user_id, original_amount, discount,
                               amount, refund_due_amount, refunded_amount)
     VALUES ($1, $2, 'course', $2, $3, 1000, 0, 1000, 0, 0)`,
    transaction,
    key,
    user,
  )
  await rows(
    `INSERT INTO payment_attempts (gateway_order_id, transaction_id, number, kind, amount)
     VALUES ($1, $2, 1, 'charge', 1000)`,
    key,
    transaction,
  )
  const [row] = await rows<{ id: number }>(
    `INSERT INTO refunds (transaction_id, gateway_order_id, amount, kind, status, reason, refund_key)
     VALUES ($1, $2, 1000, 'gateway', $3, 'batal', $2) RETURNING id`,
    transaction,
    key,
    status,
  )
  if (!row) throw new Error('nothing was inserted')
  return row.id
}

const set = async (id: number, change: string) =>
  rows(`UPDATE refunds SET ${change} WHERE id = $1`, id)

describe('the database guards refunds', () => {
  let done: number

  beforeAll(async () => {
    done = await refund('SUCCESS')
  })

  it.each(["status = 'FAILED'", "status = 'PENDING'", 'amount = 1', "refund_key = 'other'"])(
    'refuses %s for what went back',
    async (change) => {
      await expect(set(done, change)).rejects.toThrow('cannot change like this')
    },
  )

  it('lets one under way end, and one that was thought refused turn out done', async () => {
    const underWay = await refund('PENDING')
    await set(underWay, "status = 'FAILED'")
    await expect(set(underWay, "status = 'PENDING'")).rejects.toThrow('cannot change like this')
    await set(underWay, "status = 'SUCCESS'")
    expect(await rows('SELECT status FROM refunds WHERE id = $1', underWay)).toEqual([
      { status: 'SUCCESS' },
    ])
  })

  it('keeps every refund', async () => {
    await expect(rows('DELETE FROM refunds WHERE id = $1', done)).rejects.toThrow('append-only')
  })
})
