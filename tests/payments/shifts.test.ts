import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { makeObat } from '@/plugins/pharmacy/testing'

import { graphql } from '../support/api'
import { atDesk, person, placed } from '../support/apotek'
import { atOnce, postOnce, rest } from '../support/generated'
import { untilBlocked } from '../support/locks'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { ShiftDoc } from './support'
import { closeShift, entriesIn, openShift, shiftsOf } from './support'

let obat: Obat
let patient: Person

beforeAll(async () => {
  obat = await makeObat(await testPayload(), { stock: 100_000, price: 5_000 })
  patient = await person('patient')
})

const sale = async (cashier: Person, quantity: number, method = 'cash') =>
  placed(cashier, [{ obat_id: obat.id, quantity }], { payment_method: method })

const drawer = async (cashier: Person, kind: string, amount: number, reason = 'uang kecil') =>
  rest<{ id: number; amount: number; shift: number; method: string }>(
    'POST',
    '/cash-entries?depth=0',
    cashier,
    { kind, amount, reason },
  )

const mine = async (cashier: Person) =>
  rest<{ shift: ShiftDoc | null; sums: Record<string, unknown> | null }>(
    'GET',
    '/shifts/mine',
    cashier,
  )

const messageOf = (answer: { body: { errors: { message: string }[] } }) =>
  answer.body.errors[0]?.message

describe('a shift', () => {
  it('opens with a float, takes, gives and is closed with what was counted', async () => {
    const cashier = await person('cashier')
    expect((await mine(cashier)).body).toEqual({ shift: null, sums: null })
    const opened = await openShift(cashier, 100_000)
    expect(opened.status).toBe(201)
    const { id } = opened.body.doc
    expect(opened.body.doc).toMatchObject({ openingFloat: 100_000, isAutomatic: false })

    await sale(cashier, 2)
    await sale(cashier, 3, 'qris')
    const order = await placed(patient, [{ obat_id: obat.id, quantity: 4 }], {
      payment_method: 'bank_transfer',
    })
    await atDesk(cashier, 'confirm-payment', order.id)
    const returned = await sale(cashier, 1)
    await atDesk(cashier, 'cancel', returned.id, { reason: 'salah obat' })
    await drawer(cashier, 'pay-in', 50_000)
    expect((await drawer(cashier, 'pay-out', 20_000, 'galon air')).body.doc).toMatchObject({
      amount: -20_000,
      method: 'cash',
    })

    const sums = {
      cash: { payments: 2, taken: 15_000, returned: 5_000, paidIn: 50_000, paidOut: 20_000 },
      qris: { payments: 1, taken: 15_000, returned: 0 },
      transfer: { payments: 1, taken: 20_000, returned: 0 },
    }
    const current = await mine(cashier)
    expect(current.body.sums).toEqual(sums)
    // Nobody reads what should be in the drawer before they have counted it.
    expect(JSON.stringify(current.body.shift)).not.toMatch(/"expected":\d/)

    const closed = await closeShift(cashier, id, {
      countedCash: 139_000,
      countedTransfer: 20_000,
      note: 'kurang seribu',
    })
    expect(closed.status).toBe(200)
    expect(closed.body.doc).toMatchObject({
      id,
      cashier: cashier.id,
      note: 'kurang seribu',
      closedAt: expect.any(String),
      cash: { ...sums.cash, count: 5, expected: 140_000, counted: 139_000, difference: -1_000 },
      qris: { ...sums.qris, count: 1, expected: 15_000, counted: null, difference: null },
      transfer: {
        ...sums.transfer,
        count: 1,
        expected: 20_000,
        counted: 20_000,
        difference: 0,
      },
    })
    expect((await mine(cashier)).body).toEqual({ shift: null, sums: null })
    expect((await openShift(cashier, 0)).status).toBe(201)
  })

  it('is one for each cashier', async () => {
    const cashier = await person('cashier')
    await openShift(cashier)
    const second = await openShift(cashier)
    expect([second.status, messageOf(second)]).toEqual([409, 'Shift Anda masih terbuka.'])
    expect(await shiftsOf(cashier)).toHaveLength(1)
  })

  it('is one of many that are opened at once', async () => {
    const cashier = await person('cashier')
    const answers = await atOnce(8, () => openShift(cashier))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)])
    expect(await shiftsOf(cashier)).toHaveLength(1)
  })

  it('opens by itself with the first payment, and is told its float once', async () => {
    const cashier = await person('cashier')
    await sale(cashier, 1)
    const { shift } = (await mine(cashier)).body
    expect(shift).toMatchObject({ isAutomatic: true, openingFloat: 0 })
    const id = shift?.id ?? 0
    const float = async () =>
      rest<ShiftDoc>('POST', `/shifts/${id}/float`, cashier, { openingFloat: 75_000 })
    const stated = await float()
    expect([stated.status, stated.body.doc]).toMatchObject([
      200,
      { openingFloat: 75_000, isAutomatic: false },
    ])
    const again = await float()
    expect([again.status, messageOf(again)]).toEqual([409, 'Modal awal shift ini sudah dicatat.'])
    const { body } = await closeShift(cashier, id, { countedCash: 80_000 })
    expect(body.doc.cash).toMatchObject({ expected: 80_000, difference: 0 })
  })

  it('opens once for two first payments at once', async () => {
    const cashier = await person('cashier')
    for (let round = 0; round < 5; round += 1) {
      // Confirmed, not sold: sales of one obat queue for its stock.
      const buyer = await person('patient')
      const orders = await atOnce(6, () => placed(buyer, [{ obat_id: obat.id, quantity: 1 }]))
      const answers = await Promise.all(
        orders.map(({ id }) => atDesk(cashier, 'confirm-payment', id)),
      )
      expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
      const [open = 0, ...others] = (await shiftsOf(cashier)).slice(round)
      expect(others).toEqual([])
      expect(await entriesIn(open)).toHaveLength(6)
      await closeShift(cashier, open, { countedCash: 0 })
    }
  })

  it('is closed once of two at once', async () => {
    const cashier = await person('cashier')
    const { id } = (await openShift(cashier)).body.doc
    const answers = await atOnce(5, () => closeShift(cashier, id, { countedCash: 1 }))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.map((one) => [one.status, messageOf(one)])).toEqual(
      Array(4).fill([409, 'Shift sudah ditutup.']),
    )
  })

  it('says whose it is, to those who may not read accounts of staff', async () => {
    const cashier = await person('cashier')
    const { id } = (await openShift(cashier)).body.doc
    const other = await person('cashier')
    const { body } = await rest<ShiftDoc>('GET', `/shifts/${id}`, other)
    expect([body.cashier, body.cashierName]).toEqual([cashier.id, cashier.name])
    const where = `where[id][equals]=${id}&select[cashierName]=true`
    const list = await rest<ShiftDoc>('GET', `/shifts?${where}`, other)
    expect(list.body.docs).toMatchObject([{ cashierName: cashier.name }])
    for (const query of ['sort=cashierName', 'where[cashierName][like]=a']) {
      const { status } = await rest('GET', `/shifts?${query}`, other)
      expect([query, [200, 400].includes(status)]).toEqual([query, true])
    }
  })

  it('is closed by nobody else', async () => {
    const cashier = await person('cashier')
    const { id } = (await openShift(cashier)).body.doc
    for (const role of ['cashier', 'admin', 'patient', 'doctor'] as const) {
      const other = await person(role)
      expect((await closeShift(other, id, { countedCash: 0 })).status).toBe(403)
      const float = await rest('POST', `/shifts/${id}/float`, other, { openingFloat: 0 })
      expect(float.status).toBe(403)
    }
    expect((await mine(cashier)).body.shift?.id).toBe(id)
  })

  it('serves admins who take money, and they close their own', async () => {
    const admin = await person('admin')
    const order = await placed(patient, [{ obat_id: obat.id, quantity: 1 }])
    await atDesk(admin, 'confirm-payment', order.id)
    const id = (await mine(admin)).body.shift?.id ?? 0
    expect((await openShift(admin)).status).toBe(403)
    const closed = await closeShift(admin, id, { countedCash: 5_000 })
    expect(closed.body.doc.cash).toMatchObject({ expected: 5_000, difference: 0 })
  })

  it('has a number that nobody brings along', async () => {
    const cashier = await person('cashier')
    const figures = { taken: 1, expected: 1, counted: 1, difference: 1 }
    const sent = { openingFloat: 0, cash: figures, qris: figures, transfer: figures }
    const { body } = await rest<ShiftDoc>('POST', '/shifts', cashier, sent)
    const { doc } = await rest<ShiftDoc>('GET', `/shifts/${body.doc.id}`, cashier).then(
      (answer) => ({ doc: answer.body }),
    )
    for (const group of [doc.cash, doc.qris, doc.transfer]) {
      expect(Object.values(group).filter((value) => value !== null)).toEqual([])
    }
  })

  it.each([
    [{}, 422],
    [{ countedCash: -1 }, 422],
    [{ countedCash: 1.5 }, 422],
    [{ countedCash: '1000' }, 422],
    [{ countedCash: 1e15 }, 422],
    [{ countedCash: 0, countedQris: -1 }, 422],
    [{ countedCash: 0, note: 'x'.repeat(501) }, 422],
  ])('is not closed with %j', async (counted, status) => {
    const cashier = await person('cashier')
    const { id } = (await openShift(cashier)).body.doc
    expect((await closeShift(cashier, id, counted)).status).toBe(status)
    expect((await mine(cashier)).body.shift?.id).toBe(id)
  })

  it.each([-1, 1.5, 'lima', null, 1e15])(
    'is not opened with a float of %j',
    async (openingFloat) => {
      const cashier = await person('cashier')
      const { status } = await rest('POST', '/shifts', cashier, { openingFloat })
      expect(status).toBe(400)
      expect(await shiftsOf(cashier)).toEqual([])
    },
  )

  it('opens, is told its float and closes over GraphQL', async () => {
    const cashier = await person('cashier')
    const by = { token: cashier.token }
    await sale(cashier, 1)
    const id = (await mine(cashier)).body.shift?.id ?? 0
    const float = `mutation { stateShiftFloat(id: ${id}, openingFloat: 1000) { openingFloat } }`
    expect((await graphql(float, by)).body).toEqual({
      data: { stateShiftFloat: { openingFloat: 1000 } },
    })
    const close = (counted: string) =>
      graphql(
        `mutation { closeShift(id: ${id}, countedCash: ${counted}) { cash { expected difference } } }`,
        by,
      )
    expect((await close('-1')).body).toMatchObject({
      errors: [{ message: 'Jumlah harus bilangan bulat, 0 atau lebih.' }],
    })
    expect((await close('6000')).body).toEqual({
      data: { closeShift: { cash: { expected: 6_000, difference: 0 } } },
    })
    const opened = 'mutation { createShift(data: { openingFloat: 5 }) { openingFloat } }'
    expect((await graphql(opened, by)).body).toEqual({ data: { createShift: { openingFloat: 5 } } })
  })

  it('is opened, and moved in, once for one Idempotency-Key', async () => {
    const cashier = await person('cashier')
    const path = '/shifts'
    const answers = await atOnce(3, () => postOnce(cashier, path, 'buka', { openingFloat: 1 }))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    const [id = 0] = await shiftsOf(cashier)
    const move = { kind: 'pay-in', amount: 1_000, reason: 'uang kecil' }
    await atOnce(3, () => postOnce(cashier, '/cash-entries', 'sekali', move))
    expect(await entriesIn(id)).toHaveLength(1)
  })
})

describe('cash into and out of the drawer', () => {
  it.each([5, ['x'], { a: 1 }])('refuses a reason, or a note, that is %j', async (text) => {
    const cashier = await person('cashier')
    const noted = await rest('POST', '/shifts', cashier, { openingFloat: 0, note: text })
    expect([noted.status, messageOf(noted)]).toEqual([400, 'note harus berupa teks.'])
    const { id } = (await openShift(cashier)).body.doc
    const sent = { kind: 'pay-in', amount: 1_000, reason: text }
    const moved = await rest('POST', '/cash-entries', cashier, sent)
    expect([moved.status, messageOf(moved)]).toEqual([400, 'reason harus berupa teks.'])
    expect(await entriesIn(id)).toEqual([])
  })

  it('needs an open shift', async () => {
    const cashier = await person('cashier')
    const answer = await drawer(cashier, 'pay-in', 1_000)
    expect([answer.status, messageOf(answer)]).toEqual([409, 'Belum ada shift yang terbuka.'])
  })

  it.each([
    ['payment', 1_000, 'x'],
    ['refund', -1_000, 'x'],
    ['nonsense', 1_000, 'x'],
    ['pay-in', 0, 'x'],
    ['pay-in', -1_000, 'x'],
    ['pay-in', 1.5, 'x'],
    ['pay-in', 1e15, 'x'],
    ['pay-out', Number.NaN, 'x'],
    ['pay-out', 1_000, '  '],
  ])('refuses %s of %d because of “%s”', async (kind, amount, reason) => {
    const cashier = await person('cashier')
    const { id } = (await openShift(cashier)).body.doc
    expect((await drawer(cashier, kind, amount, reason)).status).toBe(422)
    expect(await entriesIn(id)).toEqual([])
  })
})

describe('what comes while a shift is being closed', () => {
  it('waits, and is in the next one', async () => {
    const payload = await testPayload()
    const cashier = await person('cashier')
    const { id } = (await openShift(cashier)).body.doc
    const transaction = String(await payload.db.beginTransaction())
    const closing = { payload, transactionID: transaction }
    const { closeLockedShift, lockShift } = await import('@/plugins/payments/sql')
    await lockShift(closing, id)
    const sold = sale(cashier, 1)
    await untilBlocked()
    await closeLockedShift(closing, id, { cash: 100_000, qris: null, transfer: null }, null)
    await payload.db.commitTransaction(transaction)
    await sold
    expect(await entriesIn(id)).toEqual([])
    const [, next = 0] = await shiftsOf(cashier)
    expect(await entriesIn(next)).toHaveLength(1)
  })
})
