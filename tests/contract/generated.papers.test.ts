import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import type { Paper } from '@/plugins/payments/contract'
import { paymentsOf } from '@/plugins/payments/contract'
import { makeObat } from '@/plugins/pharmacy/testing'

import { api } from '../support/api'
import { atDesk, person, placed } from '../support/apotek'
import { testPayload } from '../support/payload'
import { readPdf } from '../support/pdf'
import type { Person } from '../support/people'

const VERBS = ['receipt', 'invoice', 'paper'] as const

let cashier: Person
let patient: Person
let obat: Obat
let order: number

const buy = async (buyer: Person): Promise<number> =>
  (await placed(buyer, [{ obat_id: obat.id, quantity: 2 }], { payment_method: 'cod' })).id

beforeAll(async () => {
  const payload = await testPayload()
  cashier = await person('cashier')
  patient = await person('patient')
  obat = await makeObat(payload, { name: 'Paracetamol 500 mg', price: 4500, unit: 'strip' })
  order = await buy(patient)
})

const read = async (verb: string, id: number | string, { token }: Partial<Person> = {}) =>
  api('GET', `/orders/${id}/${verb}`, { token })

const bytesAt = async (verb: string, id: number): Promise<Uint8Array> => {
  const { default: config } = await import('@payload-config')
  const { handleEndpoints } = await import('payload')
  const headers = { Authorization: `Bearer ${cashier.token}` }
  const request = new Request(`http://localhost:3000/api/orders/${id}/${verb}`, { headers })
  return new Uint8Array(await (await handleEndpoints({ config, request })).arrayBuffer())
}

const paperOf = async (id: number): Promise<{ paper: Paper; proofUrl: string }> =>
  (await read('paper', id, cashier)).body

describe.each(VERBS)("an order's %s", (verb) => {
  it('is for its owner and the desk', async () => {
    const readers = [patient, cashier, await person('admin')]
    for (const reader of readers) expect((await read(verb, order, reader)).status).toBe(200)
  })

  it('is for nobody else', async () => {
    expect((await read(verb, order)).status).toBe(401)
    const strangers = [await person('patient'), await person('doctor'), await person('editor')]
    for (const stranger of strangers) {
      const { status, body } = await read(verb, order, stranger)
      expect([status, body]).toEqual([403, { errors: [{ message: 'Unauthorized' }] }])
    }
  })

  it('is not found where there is no order', async () => {
    for (const id of [2_000_000_000, 99_999_999_999, 'satu']) {
      const { status, body } = await read(verb, id, patient)
      expect([id, status, body]).toEqual([id, 404, { errors: [{ message: 'Order not found' }] }])
    }
  })
})

describe('as PDF', () => {
  it.each([
    ['receipt', 'struk'],
    ['invoice', 'faktur'],
  ])('the %s is a file that is kept nowhere', async (verb, name) => {
    const { headers } = await read(verb, order, patient)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}-${order}.pdf"`,
      'cache-control': 'private, no-store',
    })
  })

  it.each(['receipt', 'invoice'])('the %s shows what was ordered', async (verb) => {
    const { texts } = readPdf(await bytesAt(verb, order))
    const said = [
      `Order #${order}`,
      'Paracetamol 500 mg',
      'Rp 9.000',
      'BELUM DIBAYAR',
      patient.name,
    ]
    for (const one of said)
      expect([one, texts.join('').replaceAll('\n', '').includes(one)]).toEqual([one, true])
  })
})

describe('the state on the paper', () => {
  it('follows the order', async () => {
    const id = await buy(patient)
    const state = async () => (await paperOf(id)).paper.state
    expect(await state()).toBe('unpaid')
    await atDesk(cashier, 'confirm-payment', id)
    const { paper } = await paperOf(id)
    expect(paper).toMatchObject({ state: 'paid', confirmedBy: cashier.name, total: 9000 })
    await atDesk(cashier, 'cancel', id, { reason: 'salah obat' })
    expect(await state()).toBe('refunded')

    const unpaid = await buy(patient)
    await atDesk(cashier, 'cancel', unpaid, { reason: 'batal' })
    expect((await paperOf(unpaid)).paper.state).toBe('cancelled')
  })

  it('is unpaid while a patient only says that they pay cash', async () => {
    const lines = [{ obat_id: obat.id, quantity: 1 }]
    const { id, payment_status } = await placed(patient, lines, { payment_method: 'cash' })
    expect(payment_status).toBe('paid')
    expect((await paperOf(id)).paper.state).toBe('unpaid')
  })
})

describe('the way of paying on the paper', () => {
  it('is what the order says, else how its money was taken', async () => {
    const lines = [{ obat_id: obat.id, quantity: 1 }]
    const method = async (id: number) => (await paperOf(id)).paper.method
    expect(await method(order)).toBe('Bayar di tempat')
    const { id } = await placed(patient, lines)
    expect(await method(id)).toBeNull()
    await atDesk(cashier, 'confirm-payment', id)
    expect(await method(id)).toBe('Tunai')
  })
})

describe('the buyer on the paper', () => {
  it('is who was named at the counter, and never the cashier', async () => {
    const lines = [{ obat_id: obat.id, quantity: 1 }]
    const nobody = await placed(cashier, lines)
    expect((await paperOf(nobody.id)).paper.customer).toMatchObject({ name: null, phone: null })
    const named = await placed(cashier, lines, { customer_name: 'Siti' })
    expect((await paperOf(named.id)).paper.customer).toMatchObject({ name: 'Siti' })
  })
})

describe('whether a paper is genuine', () => {
  const tokenIn = (proofUrl: string): string => proofUrl.split('/').at(-1) ?? ''
  const isGenuine = async (token: string): Promise<boolean> => {
    const payload = await testPayload()
    return paymentsOf({ payload }).papers.isGenuine({ payload }, token)
  }

  it('is known for an order that exists', async () => {
    const token = tokenIn((await paperOf(order)).proofUrl)
    expect(await isGenuine(token)).toBe(true)
  })

  it('never fails on what strangers send', async () => {
    for (const token of [
      '',
      'O',
      `O2147483648.${'A'.repeat(22)}`,
      '%00',
      '\u0000',
      'x'.repeat(9999),
    ]) {
      expect([token, await isGenuine(token)]).toEqual([token, false])
    }
  })

  it('is not known for an order that was never made, though the signature be ours', async () => {
    const payload = await testPayload()
    const { papers } = paymentsOf({ payload })
    for (const id of [2_000_000_000, '99999999999', 'a', '0']) {
      const token = tokenIn(papers.proofUrl({ payload } as never, { type: 'order', id }))
      expect([id, await isGenuine(token)]).toEqual([id, false])
    }
  })
})
