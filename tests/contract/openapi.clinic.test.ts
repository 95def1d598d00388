import { beforeAll, describe, it } from 'vitest'

import type { TestBill } from '../examinations/support'
import { atGateway, bill, confirm, paying, whileLocked } from '../examinations/support'
import { rest } from '../support/generated'
import type { Part } from '../support/described'
import {
  describedPart,
  isOfExaminations,
  testCompleteness,
  testExports,
  testWhatAllAnswer,
} from '../support/described'
import { testSimulator, whileAway } from '../support/simulator'

const UNKNOWN = '019a0000-0000-7000-8000-000000000000'

const PAY = 'POST /api/payment'
const CONFIRM = 'POST /api/payment/confirmation'
const LOOK = 'GET /api/payment/confirmation'
const TAKE = 'POST /api/pemeriksaan/{id}/take-payment'
const END = 'POST /api/pemeriksaan/{id}/end-charge'
const GIVE_BACK = 'POST /api/pemeriksaan/{id}/give-back'

const PAID = 'Pemeriksaan sudah dibayar'
const WENT_BACK = 'Uang pemeriksaan ini sudah dikembalikan'
const NOT_ENDED = 'Pembayaran daring belum dapat dibatalkan, silakan coba lagi.'

let part: Part

/** Two bodies that each endpoint with an `Idempotency-Key` can read. */
const BODIES: Record<string, [unknown, unknown]> = {
  [PAY]: [{ pemeriksaan_id: UNKNOWN }, { pemeriksaan_id: `${UNKNOWN.slice(0, -1)}1` }],
  [TAKE]: [{ method: 'cash' }, { method: 'qris' }],
  [GIVE_BACK]: [{ reason: 'Salah tagih' }, { reason: 'Batal' }],
}

beforeAll(async () => {
  await testSimulator()
  part = await describedPart(isOfExaminations)
})

testWhatAllAnswer(() => part, {
  bodiesFor: (key) => BODIES[key] ?? [undefined, undefined],
  unknownId: UNKNOWN,
  notFound: () => 'Pemeriksaan tidak ditemukan',
  nonsenseFor: (key) => (key === TAKE ? { method: 'x' } : { reason: 1 }),
})

describe('what each endpoint answers as described', () => {
  testExports(() => part, 1)

  const cashier = () => part.everyone.cashier
  const takeOf = async ({ id }: Pick<TestBill, 'id'>) =>
    rest('POST', `/pemeriksaan/${id}/take-payment`, cashier(), {})
  const takenAndBack = async (): Promise<TestBill> => {
    const made = await bill()
    await takeOf(made)
    const reason = { reason: 'Salah tagih' }
    await rest('POST', `/pemeriksaan/${made.id}/give-back`, part.everyone.admin, reason)
    return made
  }
  const paidOnline = async (): Promise<TestBill> => {
    const made = await bill()
    const payment = await paying(made.id)
    await atGateway(payment, 'settlement')
    await confirm(payment.order_id)
    return made
  }
  const at = async (key: string, id: string, status: number, message?: string, body?: unknown) => {
    const { admin } = part.everyone
    const sent = body === undefined ? {} : { body }
    const call = { params: { id }, token: (key === GIVE_BACK ? admin : cashier()).token, ...sent }
    return part.expectAnswer(key, call, status, message)
  }

  it('paying', async () => {
    const pay = async (id: string, status: number, message?: string) =>
      part.expectAnswer(PAY, { body: { pemeriksaan_id: id } }, status, message)
    const { id } = await bill()
    await whileAway(async () => {
      await pay(id, 502, 'Pembayaran belum dapat dibuat, silakan coba lagi.')
    })
    await pay(id, 200)
    await pay(UNKNOWN, 404, 'Pemeriksaan tidak ditemukan')
    await pay((await paidOnline()).id, 400, PAID)
    await pay((await takenAndBack()).id, 400, WENT_BACK)
  })

  it('confirming', async () => {
    const { order_id } = await paying((await bill()).id)
    await part.expectAnswer(CONFIRM, { body: { order_id } }, 200)
    await part.expectAnswer(LOOK, { query: `?order_id=${order_id}` }, 200)
    const gone = [404, 'Pembayaran tidak ditemukan'] as const
    await part.expectAnswer(CONFIRM, { body: { order_id: 'x' } }, ...gone)
    await part.expectAnswer(LOOK, { query: '?order_id=x' }, ...gone)
    const invalid = [422, 'order_id tidak valid.'] as const
    await part.expectAnswer(CONFIRM, { body: { order_id: 'a b' } }, ...invalid)
    await part.expectAnswer(LOOK, { query: '?order_id=a%20b' }, ...invalid)
  })

  it('taking money', async () => {
    const { id, total } = await bill()
    await at(TAKE, id, 409, 'Tagihan telah berubah', { total: total + 1 })
    const tooLittle = 'Uang yang diterima kurang dari total.'
    await at(TAKE, id, 422, tooLittle, { cashReceived: total - 1 })
    const noCash = 'Uang yang diterima hanya dicatat untuk pembayaran tunai.'
    await at(TAKE, id, 422, noCash, { method: 'qris', cashReceived: total })
    await paying(id)
    await whileAway(async () => {
      await at(TAKE, id, 502, NOT_ENDED, {})
      await at(END, id, 502, NOT_ENDED)
    })
    await at(TAKE, id, 200, 'OK', {})
    await at(TAKE, id, 400, PAID, {})
    await at(TAKE, (await takenAndBack()).id, 400, WENT_BACK, {})
    const other = await bill()
    const beingPaid = 'Tagihan ini sedang dibayar daring; akhiri pembayaran daringnya dahulu.'
    await whileLocked(
      other.id,
      async (): Promise<unknown> => paying(other.id),
      () => at(TAKE, other.id, 409, beingPaid, {}),
    )
  })

  it('ending what is being paid', async () => {
    const { id } = await bill()
    await at(END, id, 200, 'OK')
    const payment = await paying(id)
    await atGateway(payment, 'settlement')
    await at(END, id, 400, PAID)
  })

  it('giving back', async () => {
    const reason = { reason: 'Salah tagih' }
    const made = await bill()
    await at(GIVE_BACK, made.id, 400, 'Pemeriksaan belum dibayar', reason)
    await takeOf(made)
    await at(GIVE_BACK, made.id, 200, 'OK', reason)
    await at(GIVE_BACK, made.id, 400, WENT_BACK, reason)
    const online = 'Pemeriksaan ini dibayar daring; dananya dikembalikan lewat transaksinya.'
    await at(GIVE_BACK, (await paidOnline()).id, 400, online, reason)
  })

  it('papers', async () => {
    const { id } = await bill()
    await at('GET /api/pemeriksaan/{id}/receipt', id, 200)
    await at('GET /api/pemeriksaan/{id}/invoice', id, 200)
  })
})

testCompleteness(() => part)
