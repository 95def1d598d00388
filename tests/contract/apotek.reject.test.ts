import { beforeAll, describe, expect, it, vi } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import {
  apotek,
  atDesk,
  ledgerOf,
  person,
  placed,
  refusal,
  rows,
  strictDeskOrder,
} from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

describe('apotek.md: what the cashier refuses', () => {
  let obat: Obat
  let patient: Person
  let cashier: Person

  beforeAll(async () => {
    obat = await makeObat(await testPayload(), { stock: 1000 })
    patient = await person('patient')
    cashier = await person('cashier')
  })

  const order = async (rest: Record<string, unknown> = {}) =>
    (await placed(patient, [{ obat_id: obat.id, quantity: 1 }], rest)).id

  describe('reject-payment', () => {
    it('leaves the order pending, without the proof, and tells the buyer why', async () => {
      const id = await order({ payment_details: { bank: 'BCA' } })
      const { status, body } = await atDesk(cashier, 'reject-payment', id, {
        reason: '  Nominal kurang ',
      })
      expect(status).toBe(200)
      const rejected = strictDeskOrder.parse(body.data)
      expect(rejected).toMatchObject({
        status: 'pending',
        payment_status: 'pending',
        paid_at: null,
        payment_details: { bank: 'BCA', rejected_reason: 'Nominal kurang' },
      })
      const { body: own } = await apotek('GET', `/orders/${id}`, { token: patient.token })
      expect(own.data.payment_details).toEqual(rejected.payment_details)
      expect((await atDesk(cashier, 'confirm-payment', id)).status).toBe(200)
    })

    it('writes to the buyer when it is done, and not when it is refused', async () => {
      const payload = await testPayload()
      const sendEmail = vi.spyOn(payload, 'sendEmail')
      try {
        const id = await order()
        await atDesk(cashier, 'reject-payment', id, { reason: 'Nominal kurang' })
        expect(sendEmail).toHaveBeenCalledOnce()
        expect(sendEmail).toHaveBeenCalledWith(
          expect.objectContaining({
            to: patient.email,
            text: expect.stringContaining('Nominal kurang'),
          }),
        )
        await atDesk(cashier, 'confirm-payment', id)
        await atDesk(cashier, 'reject-payment', id, { reason: 'Terlambat' })
        expect(sendEmail).toHaveBeenCalledOnce()
      } finally {
        sendEmail.mockRestore()
      }
    })

    it('is refused once the order is paid or cancelled', async () => {
      const id = await order()
      await atDesk(cashier, 'confirm-payment', id)
      const paid = await atDesk(cashier, 'reject-payment', id, { reason: 'x' })
      expect(paid).toEqual(refusal(400, 'Order already paid'))
      const other = await order()
      await apotek('POST', `/orders/${other}/cancel`, { token: patient.token })
      const cancelled = await atDesk(cashier, 'reject-payment', other, { reason: 'x' })
      expect(cancelled).toEqual(refusal(400, 'Order cancelled'))
    })
  })

  describe('cancel', () => {
    it('cancels with a reason, and returns the stock once', async () => {
      const own = await makeObat(await testPayload(), { stock: 5 })
      const { id } = await placed(patient, [{ obat_id: own.id, quantity: 2 }])
      const { status, body } = await atDesk(cashier, 'cancel', id, {
        reason: 'Pembeli tidak datang',
      })
      expect(status).toBe(200)
      expect(body.message).toBe('Order dibatalkan')
      expect(strictDeskOrder.parse(body.data).status).toBe('cancelled')
      expect(await atDesk(cashier, 'cancel', id, { reason: 'x' })).toEqual(
        refusal(400, 'Order cancelled'),
      )
      expect(await ledgerOf(own.id)).toEqual([
        ['opening', 5, 5],
        ['sale', -2, 3],
        ['cancellation', 2, 5],
      ])
      const [kept] = await rows(
        'SELECT cancel_reason, cancelled_by_id, refunded_at FROM orders WHERE id = $1',
        id,
      )
      expect(kept).toEqual({
        cancel_reason: 'Pembeli tidak datang',
        cancelled_by_id: cashier.id,
        refunded_at: null,
      })
    })

    it('records the money going back from a paid order', async () => {
      const id = await order()
      await atDesk(cashier, 'confirm-payment', id)
      const { status, body } = await atDesk(cashier, 'cancel', id, { reason: 'Obat rusak' })
      expect(status).toBe(200)
      expect(body.data).toMatchObject({ status: 'cancelled', paid_at: expect.any(String) })
      const [kept] = await rows(
        `SELECT refunded_at IS NOT NULL AS refunded, refunded_by_id AS by FROM orders
          WHERE id = $1`,
        id,
      )
      expect(kept).toEqual({ refunded: true, by: cashier.id })
    })

    it('is refused on a completed order', async () => {
      const id = await order()
      await atDesk(cashier, 'confirm-payment', id)
      await atDesk(cashier, 'complete', id)
      expect((await atDesk(cashier, 'cancel', id, { reason: 'x' })).status).toBe(400)
    })
  })

  it.each(['reject-payment', 'cancel'] as const)('%s needs a reason', async (verb) => {
    const id = await order()
    for (const body of [
      undefined,
      {},
      { reason: '  ' },
      { reason: 5 },
      { reason: 'x'.repeat(501) },
    ]) {
      const answer = await atDesk(cashier, verb, id, body)
      expect(answer.status).toBe(422)
      expect(Object.keys(answer.body.errors ?? {})).toEqual(['reason'])
    }
  })
})
