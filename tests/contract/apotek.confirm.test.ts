import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { apotek, atDesk, person, placed, refusal, rows, strictDeskOrder } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

describe('apotek.md: what the cashier does', () => {
  let obat: Obat
  let patient: Person
  let cashier: Person

  beforeAll(async () => {
    obat = await makeObat(await testPayload(), { stock: 1000 })
    patient = await person('patient')
    cashier = await person('cashier')
  })

  const order = async (rest: Record<string, unknown> = {}, buyer = patient) =>
    (await placed(buyer, [{ obat_id: obat.id, quantity: 1 }], rest)).id
  const confirm = async (id: number | string, by = cashier) => atDesk(by, 'confirm-payment', id)

  describe('confirm-payment', () => {
    it.each(['bank_transfer', 'cash', 'cod', 'qris'])('takes the money of %s', async (method) => {
      const before = Date.now()
      const id = await order({ payment_method: method })
      const { status, body } = await confirm(id)
      expect(status).toBe(200)
      expect(Object.keys(body)).toEqual(['success', 'message', 'data'])
      expect(body).toMatchObject({ success: true, message: 'Payment confirmed' })
      const paid = strictDeskOrder.parse(body.data)
      expect(paid).toMatchObject({
        id,
        status: 'pending',
        payment_status: 'paid',
        paid_by: cashier.id,
        paidBy: { id: cashier.id },
      })
      expect(new Date(paid.paid_at!).getTime()).toBeGreaterThanOrEqual(before)
      const { body: own } = await apotek('GET', `/orders/${id}`, { token: patient.token })
      expect(own.data.payment_status).toBe('paid')
    })

    it('is for an admin too', async () => {
      expect((await confirm(await order(), await person('admin'))).status).toBe(200)
    })

    it('happens once: paid is paid, also at the counter, also when completed', async () => {
      const id = await order()
      await confirm(id)
      expect(await confirm(id)).toEqual(refusal(400, 'Order already paid'))
      expect(await confirm(await order({}, cashier))).toEqual(refusal(400, 'Order already paid'))
      await atDesk(cashier, 'complete', id)
      expect(await confirm(id)).toEqual(refusal(400, 'Order already paid'))
    })

    it('has one winner among two cashiers at once', async () => {
      const other = await person('cashier')
      const id = await order()
      const answers = await Promise.all([confirm(id), confirm(id, other)])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
      expect(answers.find(({ status }) => status === 400)).toEqual(
        refusal(400, 'Order already paid'),
      )
    })

    it('is refused on a cancelled order', async () => {
      const id = await order()
      await apotek('POST', `/orders/${id}/cancel`, { token: patient.token })
      expect(await confirm(id)).toEqual(refusal(400, 'Order cancelled'))
    })

    it('is refused to the cashier who made the order as a patient', async () => {
      const turncoat = await person('patient')
      const id = await order({}, turncoat)
      const cod = await order({ payment_method: 'cod' }, turncoat)
      await rows(`UPDATE users SET role = 'cashier' WHERE id = $1`, turncoat.id)
      expect(await confirm(id, turncoat)).toEqual(refusal(403, 'Forbidden'))
      expect(await atDesk(turncoat, 'complete', cod)).toEqual(refusal(403, 'Forbidden'))
      expect((await confirm(id)).status).toBe(200)
    })
  })

  describe('complete', () => {
    it('hands over what is paid', async () => {
      const id = await order()
      await confirm(id)
      const { status, body } = await atDesk(cashier, 'complete', id)
      expect(status).toBe(200)
      expect(strictDeskOrder.parse(body.data)).toMatchObject({
        status: 'completed',
        payment_status: 'paid',
        paid_by: cashier.id,
      })
      expect(await atDesk(cashier, 'complete', id)).toEqual(refusal(400, 'Order already completed'))
    })

    it('takes the money at that moment for cod', async () => {
      const { status, body } = await atDesk(
        cashier,
        'complete',
        await order({ payment_method: 'cod' }),
      )
      expect(status).toBe(200)
      expect(strictDeskOrder.parse(body.data)).toMatchObject({
        status: 'completed',
        payment_status: 'paid',
        paid_by: cashier.id,
        paid_at: expect.any(String),
      })
    })

    it.each(['bank_transfer', 'cash', 'qris', undefined])(
      'needs the money of %s first',
      async (method) => {
        const id = await order({ payment_method: method })
        expect(await atDesk(cashier, 'complete', id)).toEqual(refusal(400, 'Order belum dibayar'))
      },
    )

    it('is refused on a cancelled order', async () => {
      const id = await order({ payment_method: 'cod' })
      await apotek('POST', `/orders/${id}/cancel`, { token: patient.token })
      expect(await atDesk(cashier, 'complete', id)).toEqual(refusal(400, 'Order cancelled'))
    })
  })

  it.each(['confirm-payment', 'complete', 'reject-payment', 'cancel'] as const)(
    '%s knows 404',
    async (verb) => {
      for (const id of ['2000000000', 'abc']) {
        expect(await atDesk(cashier, verb, id, { reason: 'x' })).toEqual(
          refusal(404, 'Order not found'),
        )
      }
    },
  )
})
