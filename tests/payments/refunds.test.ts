import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { paymentsOf } from '@/plugins/payments/contract'
import { engineOf } from '@/plugins/payments/engine'
import { startRefund } from '@/plugins/payments/operations/startRefund'
import { refundSweeper } from '@/plugins/payments/refundSweeper'

import { api, graphql } from '../support/api'
import { person, rows } from '../support/apotek'
import { atOnce } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { png } from '../support/pictures'
import { testSimulator } from '../support/simulator'
import { checkOut, eventsOf, requestOf, rowOf, PAGE } from './gateway'
import {
  forsake,
  operate,
  QRIS,
  refund,
  refundedThere,
  refundsOf,
  refusal,
  shopeePay,
  sold,
  VA,
} from './refunding'
import { makeWare, stepsOf } from './ware'

type Simulator = Awaited<ReturnType<typeof testSimulator>>

let simulator: Simulator
let admin: Person
let buyer: Person

beforeAll(async () => {
  simulator = await testSimulator()
  admin = await person('admin')
  buyer = await person('patient')
})
afterEach(() => simulator.clearFaults())

const sweep = async () => refundSweeper.run(await testPayload())

const noticesOf = async (id: string): Promise<string[]> =>
  (
    await rows<{ kind: string }>(
      `SELECT kind FROM notifications WHERE data->>'transaction' = $1 ORDER BY id`,
      id,
    )
  ).map(({ kind }) => kind)

const proof = async (fields: Record<string, string>): Promise<FormData> => {
  const form = new FormData()
  for (const [name, text] of Object.entries(fields)) form.set(name, text)
  const { data } = await png('bukti')
  form.set('proof', new Blob([new Uint8Array(data)], { type: 'image/png' }), 'bukti.png')
  return form
}

const because = { reason: 'Salah beli' }

describe('a refund through the gateway', () => {
  it('goes back in parts, then as a whole, which revokes once', async () => {
    const { id, orderId } = await sold(admin, buyer)
    const part = await refund(admin, id, { amount: 20_000, ...because })
    expect(part.status).toBe(200)
    expect(part.body.refund).toMatchObject({
      status: 'SUCCESS',
      kind: 'gateway',
      amount: 20_000,
      refundKey: `${orderId}-r1`,
      madeBy: admin.id,
    })
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', refunded: 20_000, is_paid: true })
    expect(await stepsOf(id)).toEqual(['held', 'given'])
    expect(await noticesOf(id)).toEqual(['payment-success', 'payment-partly-refunded'])

    const rest = await refund(admin, id, because)
    expect(rest.body.refund).toMatchObject({ amount: 30_000, refundKey: `${orderId}-r2` })
    expect(await rowOf(id)).toMatchObject({ status: 'REFUNDED', refunded: 50_000 })
    expect(await stepsOf(id)).toEqual(['held', 'given', 'revoked'])
    expect(await refundedThere(orderId)).toEqual([
      { key: `${orderId}-r1`, amount: 20_000 },
      { key: `${orderId}-r2`, amount: 30_000 },
    ])
    expect(await noticesOf(id)).toEqual([
      'payment-success',
      'payment-partly-refunded',
      'payment-refunded',
    ])
    expect(refusal(await refund(admin, id, because))).toEqual([
      409,
      'Tidak ada dana yang dapat dikembalikan dari transaksi ini.',
    ])
  })

  it('happens once, however many ask at once', async () => {
    const { id, orderId } = await sold(admin, buyer)
    const answers = await atOnce(10, () => refund(admin, id, because))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const others = answers.filter(({ status }) => status !== 200).map(refusal)
    const expected = [
      'Pengembalian lain untuk transaksi ini masih diproses.',
      'Tidak ada dana yang dapat dikembalikan dari transaksi ini.',
    ]
    expect(
      others.filter(([status, said]) => status !== 409 || !expected.includes(said ?? '')),
    ).toEqual([])
    expect(await refundsOf(id)).toHaveLength(1)
    expect(await refundedThere(orderId)).toHaveLength(1)
    expect((await stepsOf(id)).filter((step) => step === 'revoked')).toHaveLength(1)
  })

  it('never gives back more than was paid, by parts that race', async () => {
    const { id, orderId } = await sold(admin, buyer)
    await atOnce(6, () => refund(admin, id, { amount: 20_000, ...because }))
    const there = (await refundedThere(orderId)).reduce((sum, { amount }) => sum + amount, 0)
    const { refunded } = await rowOf(id)
    expect(refunded).toBe(there)
    const done = (await refundsOf(id)).filter(({ status }) => status === 'SUCCESS')
    expect(done.reduce((sum, { amount }) => sum + amount, 0)).toBe(there)
    expect((await refundsOf(id)).map(({ status }) => status)).not.toContain('FAILED')
  })

  it('is done once, though the answer was lost after it was accepted', async () => {
    const { id, orderId } = await sold(admin, buyer)
    simulator.fault({ route: 'refund', kind: 'timeout-after-acceptance', delay_ms: 0 })
    const { status } = await refund(admin, id, because)
    expect(status).toBe(200)
    expect(await refundedThere(orderId)).toEqual([{ key: `${orderId}-r1`, amount: 50_000 }])
    expect(await rowOf(id)).toMatchObject({ status: 'REFUNDED', refunded: 50_000 })
  })

  it('stays under way while nobody can say, and is finished by the sweeper', async () => {
    const { id, orderId } = await sold(admin, buyer)
    simulator.fault({ route: 'refund', kind: 'timeout-after-acceptance', times: 2, delay_ms: 0 })
    simulator.fault({ route: 'status', kind: '500', times: 10 })
    const unknown = await refund(admin, id, because)
    expect(unknown.status).toBe(202)
    expect(unknown.body.refund.status).toBe('PENDING')
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', refunded: 0 })
    expect(refusal(await refund(admin, id, because))).toEqual([
      409,
      'Pengembalian lain untuk transaksi ini masih diproses.',
    ])
    simulator.clearFaults()
    // Whoever asked may still be waiting for an answer.
    await sweep()
    expect((await refundsOf(id))[0]?.status).toBe('PENDING')
    await forsake(id)
    await Promise.all([sweep(), sweep()])
    expect(await refundsOf(id)).toMatchObject([{ status: 'SUCCESS', by: admin.id }])
    expect(await rowOf(id)).toMatchObject({ status: 'REFUNDED', refunded: 50_000 })
    expect(await refundedThere(orderId)).toHaveLength(1)
    expect(await stepsOf(id)).toEqual(['held', 'given', 'revoked'])
  })

  it.each(['before', 'after'])(
    'is done once, when the process ends %s the gateway heard of it',
    async (when) => {
      const { id, orderId } = await sold(admin, buyer)
      const req = await requestOf(admin)
      const started = await startRefund(req, id, { amount: 50_000, ...because }, null)
      if (when === 'after') {
        const { refundKey: key, amount, reason } = started
        await engineOf(req).gateway.refund(orderId, { key, amount, reason })
      }
      await forsake(id)
      await Promise.all([sweep(), sweep()])
      expect(await refundsOf(id)).toMatchObject([{ status: 'SUCCESS', amount: 50_000 }])
      expect(await rowOf(id)).toMatchObject({ status: 'REFUNDED', refunded: 50_000 })
      expect(await refundedThere(orderId)).toEqual([{ key: `${orderId}-r1`, amount: 50_000 }])
    },
  )

  it.each(['refuse', 'refuse, and says nothing more'])(
    'that was made, and then answered with a %s, is not lost',
    async (how) => {
      const { id, orderId } = await sold(admin, buyer)
      for (const route of ['refund', 'status'] as const) {
        simulator.fault({ route, kind: 'timeout-after-acceptance', times: 10, delay_ms: 0 })
      }
      expect((await refund(admin, id, because)).status).toBe(202)
      simulator.clearFaults()
      simulator.fault({ route: 'refund', kind: 'refuse' })
      const isSilent = how !== 'refuse'
      if (isSilent) simulator.fault({ route: 'status', kind: '500', times: 5 })
      await forsake(id)
      await sweep()
      const status = isSilent ? 'PENDING' : 'SUCCESS'
      expect(await refundsOf(id)).toMatchObject([{ status }])
      expect(await rowOf(id)).toMatchObject({ refunded: isSilent ? 0 : 50_000 })
      expect(await refundedThere(orderId)).toHaveLength(1)
    },
  )

  it('that the gateway refuses has failed, says why, and can be tried again', async () => {
    const { id } = await sold(admin, buyer)
    simulator.fault({ route: 'refund', kind: 'refuse' })
    const [status, said] = refusal(await refund(admin, id, because))
    expect(status).toBe(409)
    expect(said).toMatch(/^Gateway menolak pengembalian ini: Midtrans \(refund\): 400/)
    expect(await refundsOf(id)).toMatchObject([{ status: 'FAILED' }])
    expect(await eventsOf(id)).toContain('refund-refused')
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', refunded: 0 })
    expect((await refund(admin, id, because)).body.refund.status).toBe('SUCCESS')
  })

  it('asked for twice with one key is made once', async () => {
    const { id, orderId } = await sold(admin, buyer)
    const key = { 'Idempotency-Key': `refund-${orderId}` }
    const body = { amount: 10_000, ...because }
    const [first, again] = await Promise.all([
      refund(admin, id, body, key),
      refund(admin, id, body, key),
    ])
    expect(again.body.refund.id).toBe(first.body.refund.id)
    expect((await rowOf(id)).refunded).toBe(10_000)
  })

  it.each(['PENDING', 'SUCCESS'])(
    'repeated with its key, when the process ended before it answered (%s), is made once',
    async (status) => {
      const { id, orderId } = await sold(admin, buyer)
      const key = { 'Idempotency-Key': `refund-${orderId}` }
      const body = { amount: 10_000, ...because }
      if (status === 'PENDING') {
        for (const route of ['refund', 'status'] as const) {
          simulator.fault({ route, kind: 'timeout-after-acceptance', times: 10, delay_ms: 0 })
        }
      }
      const first = await refund(admin, id, body, key)
      expect(first.body.refund.status).toBe(status)
      simulator.clearFaults()
      await rows(
        `UPDATE idempotency_keys SET status = NULL, body = NULL, leased_until = now() - interval '1 second'
          WHERE key = $1`,
        key['Idempotency-Key'],
      )
      const again = await refund(admin, id, body, key)
      expect(again.body.refund).toMatchObject({ id: first.body.refund.id, status: 'SUCCESS' })
      expect((await rowOf(id)).refunded).toBe(10_000)
      expect(await refundedThere(orderId)).toHaveLength(1)
      const other = { 'Idempotency-Key': `other-${orderId}` }
      expect((await refund(admin, id, body, other)).status).toBe(200)
      expect((await rowOf(id)).refunded).toBe(20_000)
    },
  )

  it('takes limits of amount and method', async () => {
    const { id } = await sold(admin, buyer, { way: shopeePay })
    const asks = async (body: object) => refusal(await refund(admin, id, { ...because, ...body }))
    expect(await asks({ amount: 50_001 })).toEqual([
      422,
      'Paling banyak Rp 50.000 yang dapat dikembalikan.',
    ])
    expect(await asks({ amount: 1000 })).toEqual([
      422,
      'ShopeePay hanya dapat dikembalikan seluruhnya lewat gateway.',
    ])
    const wrong = 'Jumlah harus bilangan bulat di atas 0.'
    for (const amount of [0, -1, 1.5, '1e3', true, [], {}]) {
      expect(await asks({ amount })).toEqual([422, wrong])
    }
    expect(await asks({ reason: ' ' })).toEqual([422, 'Alasan wajib diisi.'])
    expect(await asks({ gatewayOrderId: 'INV-0' })).toEqual([
      422,
      'Pembayaran ini tidak ada pada transaksi ini.',
    ])
    expect(await refundsOf(id)).toEqual([])
    expect((await refund(admin, id, because)).status).toBe(200)
  })

  it('is for admins, of transactions that exist', async () => {
    const { id } = await sold(admin, buyer)
    for (const role of ['patient', 'cashier', 'doctor', 'editor'] as const) {
      expect((await refund(await person(role), id, because)).status).toBe(403)
    }
    for (const unknown of ['x', '1', '0190c1c7-0000-7000-8000-000000000000']) {
      expect(refusal(await refund(admin, unknown, because))).toEqual([
        404,
        'Transaksi tidak ditemukan.',
      ])
    }
  })

  it('goes over GraphQL, too', async () => {
    const { id } = await sold(admin, buyer)
    const mutation = (token: string) =>
      graphql(
        `mutation { refundTransaction(id: "${id}", amount: 5000, reason: "x") { status amount } }`,
        { token },
      ) as Promise<{ body: { data: unknown; errors?: { message: string }[] } }>
    expect((await mutation(buyer.token)).body.errors?.[0]?.message).toBe('Forbidden')
    expect((await mutation(admin.token)).body.data).toEqual({
      refundTransaction: { status: 'SUCCESS', amount: 5000 },
    })
  })
})

describe('a refund by hand', () => {
  it('has a note and a proof, which is private', async () => {
    const { id } = await sold(admin, buyer, { way: VA })
    expect(refusal(await refund(admin, id, { kind: 'gateway', ...because }))).toEqual([
      422,
      'Transfer bank dan virtual account tidak dapat dikembalikan lewat gateway; kembalikan secara manual.',
    ])
    expect(refusal(await refund(admin, id, because))).toEqual([
      422,
      'Catatan wajib diisi untuk pengembalian manual.',
    ])
    expect(refusal(await refund(admin, id, { note: 'BCA 123', ...because }))).toEqual([
      422,
      'Bukti pengembalian wajib diunggah.',
    ])
    const fields = { note: 'BCA 123, ref 9', amount: '20000', ...because }
    const made = await refund(admin, id, await proof(fields))
    expect(made.status).toBe(200)
    expect(made.body.refund).toMatchObject({
      status: 'SUCCESS',
      kind: 'manual',
      amount: 20_000,
      note: fields.note,
      mimeType: 'image/jpeg',
    })
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', refunded: 20_000 })

    const path = `/refunds/file/${made.body.refund.filename}`
    expect((await api('GET', path, { token: admin.token })).status).toBe(200)
    for (const token of [undefined, buyer.token, (await person('cashier')).token]) {
      expect((await api('GET', path, { token })).status).toBe(403)
    }
    const kept = join(String(process.env.MEDIA_DIR), 'refunds', String(made.body.refund.filename))
    expect((await readFile(kept)).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  })

  it('of all of it revokes; a picture that is none is refused, and nothing is written', async () => {
    const { id } = await sold(admin, buyer, { way: VA })
    const form = await proof({ note: 'BCA 123', ...because })
    form.set('proof', new Blob(['<svg/>'], { type: 'image/png' }), 'x.png')
    expect(refusal(await refund(admin, id, form))).toEqual([
      422,
      'Bukti harus berupa gambar JPEG, PNG, atau WebP.',
    ])
    expect(await refundsOf(id)).toEqual([])
    await refund(admin, id, await proof({ note: 'BCA 123', ...because }))
    expect(await rowOf(id)).toMatchObject({ status: 'REFUNDED', refunded: 50_000 })
    expect(await stepsOf(id)).toEqual(['held', 'given', 'revoked'])
  })

  it('is once, of many at once', async () => {
    const { id } = await sold(admin, buyer, { way: VA })
    const forms = await atOnce(6, () => proof({ note: 'BCA 123', ...because }))
    const answers = await Promise.all(forms.map(async (form) => refund(admin, id, form)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await rowOf(id)).toMatchObject({ status: 'REFUNDED', refunded: 50_000 })
  })
})

describe('money that is owed', () => {
  it('that came too late goes back, and nothing was ever given', async () => {
    const ware = await makeWare({ stock: 1 })
    const { id, gatewayOrderId } = await checkOut(buyer, ware, { way: QRIS })
    const orderId = String(gatewayOrderId)
    simulator.change(orderId, { transaction_status: 'expire', notify: 0 })
    await operate(admin, id, 'sync')
    await rows('UPDATE test_wares SET stock = 0 WHERE id = $1', ware.id)
    simulator.change(orderId, { transaction_status: 'settlement', notify: 0 })
    await operate(admin, id, 'sync')
    expect(await rowOf(id)).toMatchObject({ status: 'EXPIRED', due: 50_000, is_paid: false })
    expect(await noticesOf(id)).toEqual(['payment-expired', 'payment-to-be-returned'])

    await refund(admin, id, { amount: 20_000, ...because })
    expect(await rowOf(id)).toMatchObject({ status: 'EXPIRED', due: 30_000, refunded: 20_000 })
    await refund(admin, id, because)
    expect(await rowOf(id)).toMatchObject({ status: 'REFUNDED', due: 0, is_paid: false })
    expect(await stepsOf(id)).toEqual(['held', 'released'])
  })

  it('that was paid twice goes back, and what was given stays; then that too', async () => {
    const ware = await makeWare()
    const { id, gatewayOrderId: first } = await checkOut(buyer, ware, { way: VA })
    const { gatewayOrderId: second } = await checkOut(buyer, ware, { way: QRIS })
    for (const order of [first, second]) {
      simulator.change(String(order), { transaction_status: 'settlement', notify: 0 })
    }
    await operate(admin, id, 'sync')
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', due: 50_000 })
    expect(await noticesOf(id)).toEqual(['payment-success', 'payment-unused'])

    expect((await refund(admin, id, because)).body.refund.gatewayOrderId).toBe(second)
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', due: 0, refunded: 50_000 })
    expect(await stepsOf(id)).toEqual(['held', 'given'])
    await refund(admin, id, await proof({ note: 'BNI 1', ...because }))
    expect(await rowOf(id)).toMatchObject({ status: 'REFUNDED', refunded: 100_000 })
    expect(await stepsOf(id)).toEqual(['held', 'given', 'revoked'])
  })

  it('for what the house took back is paid off by its refund', async () => {
    const { id } = await sold(admin, buyer)
    await paymentsOf({ payload: await testPayload() }).charges.owe(
      await requestOf(admin),
      id,
      'Order dibatalkan',
    )
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', due: 50_000 })
    await refund(admin, id, because)
    expect(await rowOf(id)).toMatchObject({ status: 'REFUNDED', due: 0, refunded: 50_000 })
  })
})

describe('what the gateway tells of refunds', () => {
  it('joins one that was made in its dashboard, and counts it once', async () => {
    const { id, orderId } = await sold(admin, buyer)
    await refund(admin, id, { amount: 10_000, ...because })
    simulator.change(orderId, {
      transaction_status: 'partial_refund',
      refund_amount: 15_000,
      refund_key: 'dasbor-1',
      notify: 0,
    })
    await atOnce(3, () => operate(admin, id, 'sync'))
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', refunded: 25_000 })
    expect(await refundsOf(id)).toMatchObject([
      { key: `${orderId}-r1`, amount: 10_000, by: admin.id },
      { key: 'dasbor-1', amount: 15_000, by: null, status: 'SUCCESS' },
    ])
    expect(refusal(await refund(admin, id, { amount: 25_001, ...because }))).toEqual([
      422,
      'Paling banyak Rp 25.000 yang dapat dikembalikan.',
    ])
    expect((await refund(admin, id, because)).status).toBe(200)
    expect(await rowOf(id)).toMatchObject({ status: 'REFUNDED', refunded: 50_000 })
    expect(await stepsOf(id)).toEqual(['held', 'given', 'revoked'])
  })

  it('of a disputed payment: nothing goes back twice', async () => {
    const { id, orderId } = await sold(admin, buyer)
    simulator.change(orderId, { transaction_status: 'chargeback', notify: 0 })
    await operate(admin, id, 'sync')
    expect(refusal(await refund(admin, id, because))).toEqual([
      409,
      'Pembayaran ini disengketakan; dananya sudah ditarik oleh bank.',
    ])
  })
})

describe('a challenged payment', () => {
  const challenged = async () => {
    const { id, gatewayOrderId } = await checkOut(buyer, await makeWare(), { way: PAGE })
    simulator.change(String(gatewayOrderId), {
      transaction_status: 'capture',
      payment_type: 'credit_card',
      fraud_status: 'challenge',
      notify: 0,
    })
    await operate(admin, id, 'sync')
    expect(await rowOf(id)).toMatchObject({ status: 'PENDING', under_review: true })
    return id
  }

  it('is approved by an admin: then it is paid', async () => {
    const id = await challenged()
    expect((await operate(await person('cashier'), id, 'approve')).status).toBe(403)
    expect((await operate(admin, id, 'approve')).status).toBe(200)
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', under_review: false })
    expect(await eventsOf(id)).toContain('approved')
    expect(refusal(await operate(admin, id, 'deny'))).toEqual([
      409,
      'Pembayaran ini tidak sedang ditinjau.',
    ])
  })

  it('is refused: its page still offers the other ways', async () => {
    const id = await challenged()
    expect((await operate(admin, id, 'deny')).status).toBe(200)
    expect(await rowOf(id)).toMatchObject({ status: 'PENDING', under_review: false })
    expect(await eventsOf(id)).toContain('denied')
  })

  it('is neither while the gateway is away', async () => {
    const id = await challenged()
    simulator.fault({ route: 'approve', kind: '500', times: 5 })
    expect((await operate(admin, id, 'approve')).status).toBe(502)
    expect(await rowOf(id)).toMatchObject({ status: 'PENDING', under_review: true })
  })
})
