import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { engineOf } from '@/plugins/payments/engine'
import { syncTransaction } from '@/plugins/payments/operations/syncTransaction'
import { reconcilePending } from '@/plugins/payments/sweeper'

import { person } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { askNow, checkOut, PAGE, requestOf, rowOf } from './gateway'
import { inboxOf, noticeOf, notify } from './notices'
import { makeWare, stepsOf } from './ware'

type Gateway = ReturnType<typeof engineOf>['gateway']

const PRICE = 50_000

let simulator: Awaited<ReturnType<typeof testSimulator>>
let gateway: Gateway
let status: Gateway['status']
let buyer: Person
let admin: Person

beforeAll(async () => {
  simulator = await testSimulator()
  gateway = engineOf({ payload: await testPayload() }).gateway
  status = gateway.status
  buyer = await person('patient')
  admin = await person('admin')
})
afterEach(() => {
  gateway.status = status
})

/** The next answer to a question after a status is kept back until `meanwhile` is over. */
const holdNextAnswer = (meanwhile: () => Promise<unknown>): void => {
  gateway.status = async (orderId) => {
    gateway.status = status
    const answer = await status(orderId)
    await meanwhile()
    return answer
  }
}

/** A page on which a card was denied. */
const denied = async () => {
  const { id, invoiceNumber } = await checkOut(buyer, await makeWare({ price: PRICE }), {
    way: PAGE,
  })
  simulator.change(invoiceNumber, {
    transaction_status: 'deny',
    payment_type: 'credit_card',
    notify: 0,
  })
  return { id, invoiceNumber }
}

const sync = async (id: string) => syncTransaction(await requestOf(admin), id)

/** Another way is paid, and another instance is told of it. */
const payMeanwhile = (id: string, invoiceNumber: string) => async () => {
  simulator.change(invoiceNumber, {
    transaction_status: 'settlement',
    payment_type: 'qris',
    notify: 0,
  })
  await sync(id)
  expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS' })
}

describe('an answer of the gateway that is older than what is known by now', () => {
  it.each([
    ['notice', async (_: string, invoice: string) => notify(noticeOf(invoice, PRICE))],
    ['sync', sync],
    [
      'sweeper',
      async (id: string) => {
        await askNow(id)
        await reconcilePending(await testPayload())
      },
    ],
  ])('takes nothing back: the %s asks again', async (_name, ask) => {
    const { id, invoiceNumber } = await denied()
    holdNextAnswer(payMeanwhile(id, invoiceNumber))
    await ask(id, invoiceNumber)
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', is_paid: true, due: 0 })
    expect(await stepsOf(id)).toEqual(['held', 'given'])
    for (const notice of await inboxOf(invoiceNumber)) expect(notice.is_done).toBe(true)
  })

  it('gives nothing either: of a settlement that was denied since', async () => {
    const { id, invoiceNumber } = await checkOut(buyer, await makeWare({ price: PRICE }))
    simulator.change(invoiceNumber, { transaction_status: 'settlement', notify: 0 })
    holdNextAnswer(async () => {
      await sync(id)
      simulator.change(invoiceNumber, { transaction_status: 'deny', notify: 0 })
      await sync(id)
    })
    await notify(noticeOf(invoiceNumber, PRICE))
    expect(await rowOf(id)).toMatchObject({ status: 'FAILED', is_paid: false, due: 0 })
    expect(await stepsOf(id)).toEqual(['held', 'given', 'revoked'])
  })
})
