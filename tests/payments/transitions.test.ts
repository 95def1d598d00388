import fc from 'fast-check'
import type { PayloadRequest } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import type { GatewayState } from '@/plugins/payments/gateway/gateway'
import { applyGatewayState } from '@/plugins/payments/operations/applyGatewayState'

import { person, rows } from '../support/apotek'
import { systemRequest } from '../support/payload'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { attemptsOf, checkOut, PAGE, rowOf, VA } from './gateway'
import type { Model, Word } from './model'
import { next, START, WORDS } from './model'
import type { Ware } from './ware'
import { makeWare, stepsOf, stockOf } from './ware'

const PRICE = 50_000
const SEED = 20_261_121

let buyer: Person
let req: PayloadRequest

beforeAll(async () => {
  await testSimulator()
  buyer = await person('patient')
  req = await systemRequest()
})

const stateOf = (gatewayOrderId: string, word: Word, amount: number): GatewayState => ({
  gatewayOrderId,
  gatewayId: null,
  status: word === 'challenge' ? 'capture' : word,
  fraudStatus: word === 'challenge' ? 'challenge' : null,
  amount,
  currency: 'IDR',
  paymentType: null,
  method: null,
  channel: null,
  details: {},
  refundedAmount: word === 'refund' ? amount : 0,
  refunds: [],
  settledAt: null,
  expiresAt: null,
})

/** The gateway says this of an attempt. */
const say = async (attempt: string, word: Word, amount = PRICE) =>
  applyGatewayState(req, stateOf(attempt, word, amount))

const observe = async (id: string): Promise<Model & { due: number; isPaid: boolean }> => {
  const row = await rowOf(id)
  return {
    status: row.status as Model['status'],
    refunded: (row.refunded / PRICE) as Model['refunded'],
    underReview: row.under_review,
    disputed: row.disputed,
    due: row.due,
    isPaid: row.is_paid,
    steps: await stepsOf(id),
  }
}

/** Says each word twice, and looks after each. */
const runSequence = async (words: readonly Word[], isPage: boolean): Promise<void> => {
  const ware = await makeWare({ price: PRICE, stock: 5 })
  const { id, invoiceNumber } = await checkOut(buyer, ware, { way: isPage ? PAGE : VA })
  let model = START
  const said: Word[] = []
  for (const word of words) {
    model = next(model, word, isPage)
    said.push(word)
    await say(invoiceNumber, word)
    await say(invoiceNumber, word)
    const isPaid =
      model.status === 'SUCCESS' || (model.status === 'REFUNDED' && model.steps.includes('given'))
    const seen = await observe(id)
    expect([said, seen]).toEqual([said, { ...model, due: 0, isPaid: isPaid && seen.isPaid }])
    // Paid means paid and given.
    if (model.status === 'SUCCESS') expect(seen.isPaid).toBe(true)
    if (model.status === 'PENDING' || model.status === 'FAILED' || model.status === 'EXPIRED') {
      expect(seen.isPaid).toBe(false)
    }
  }
}

describe('whatever the gateway says, in whatever order, and twice', () => {
  const pairs = WORDS.flatMap((first) => WORDS.map((second): [Word, Word] => [first, second]))

  it.each(['charge', 'page'] as const)(
    'every pair of words, of a %s',
    async (kind) => {
      for (const pair of pairs) await runSequence(pair, kind === 'page')
    },
    300_000,
  )

  it('300 sequences', async () => {
    const sequences = fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 7 })
    await fc.assert(
      fc.asyncProperty(sequences, fc.boolean(), async (words, isPage) => {
        await runSequence(words, isPage)
      }),
      { numRuns: 300, seed: SEED },
    )
  }, 600_000)
})

describe('money that is not what was waited for', () => {
  let ware: Ware

  const pending = async (stock = 5) => {
    ware = await makeWare({ price: PRICE, stock })
    return checkOut(buyer, ware)
  }

  it('of another amount is flagged, and not settled', async () => {
    const { id, invoiceNumber } = await pending()
    expect(await say(invoiceNumber, 'settlement', PRICE - 1)).toBe('flagged')
    expect(await rowOf(id)).toMatchObject({ status: 'PENDING', under_review: true })
    expect(await stepsOf(id)).toEqual(['held'])
    // Nobody settles it by themselves; an admin who has looked does.
    const asked = 'SELECT ask_after FROM payment_attempts WHERE transaction_id = $1'
    expect(await rows(asked, id)).toEqual([{ ask_after: null }])
    await say(invoiceNumber, 'expire', PRICE - 1)
    expect(await rowOf(id)).toMatchObject({ status: 'EXPIRED', under_review: false })
  })

  it('that is late and cannot be given any more is due back', async () => {
    const { id, invoiceNumber } = await pending(1)
    await say(invoiceNumber, 'expire')
    const other = await checkOut(await person('patient'), ware)
    await say(other.invoiceNumber, 'settlement')
    expect(await stockOf(ware)).toBe(0)

    await say(invoiceNumber, 'settlement')
    await say(invoiceNumber, 'settlement')
    expect(await rowOf(id)).toMatchObject({ status: 'EXPIRED', due: PRICE, is_paid: false })
    expect(await stepsOf(id)).toEqual(['held', 'released'])

    await say(invoiceNumber, 'refund')
    expect(await rowOf(id)).toMatchObject({ status: 'REFUNDED', due: 0, refunded: PRICE })
  })

  it('that comes twice, for a charge that was replaced, is due back', async () => {
    const first = await pending()
    const qris = { kind: 'charge', method: 'QRIS', channel: null } as const
    const second = await checkOut(buyer, ware, { way: qris })
    await say(second.gatewayOrderId ?? '', 'settlement')
    await say(first.invoiceNumber, 'settlement')
    await say(first.invoiceNumber, 'settlement')
    expect(await rowOf(first.id)).toMatchObject({ status: 'SUCCESS', due: PRICE, is_paid: true })
    await say(first.invoiceNumber, 'refund')
    expect(await rowOf(first.id)).toMatchObject({ status: 'SUCCESS', due: 0, refunded: PRICE })
    expect(await stepsOf(first.id)).toEqual(['held', 'given'])
  })

  it('that comes twice, and is disputed once: what was given stays', async () => {
    const first = await pending()
    const qris = { kind: 'charge', method: 'QRIS', channel: null } as const
    const second = await checkOut(buyer, ware, { way: qris })
    await say(second.gatewayOrderId ?? '', 'settlement')
    await say(first.invoiceNumber, 'settlement')
    await say(first.invoiceNumber, 'chargeback')
    await say(first.invoiceNumber, 'chargeback')
    expect(await rowOf(first.id)).toMatchObject({ status: 'SUCCESS', due: 0, disputed: true })
    expect(await stepsOf(first.id)).toEqual(['held', 'given'])
    await say(second.gatewayOrderId ?? '', 'chargeback')
    expect(await stepsOf(first.id)).toEqual(['held', 'given', 'revoked'])
  })

  it('that went back in part before it was disputed is counted', async () => {
    const { id, invoiceNumber } = await pending()
    await say(invoiceNumber, 'settlement')
    const disputed = stateOf(invoiceNumber, 'chargeback', PRICE)
    const refunds = [{ key: `${invoiceNumber}-r1`, amount: 10_000 }]
    for (let twice = 0; twice < 2; twice += 1) {
      await applyGatewayState(req, { ...disputed, refundedAmount: 10_000, refunds })
    }
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', refunded: 10_000, disputed: true })
    expect(await stepsOf(id)).toEqual(['held', 'given', 'revoked'])
  })

  it('for a replaced charge that was dearer settles, and the rest is due back', async () => {
    const first = await pending()
    await checkOut(buyer, ware, { coupon: 'OFF1' })
    await say(first.invoiceNumber, 'settlement')
    expect(await rowOf(first.id)).toMatchObject({ status: 'SUCCESS', amount: 40_000, due: 10_000 })
    // The other charge cannot be paid as well: it is being ended.
    expect(await attemptsOf(first.id)).toMatchObject([{ state: 'paid' }, { state: 'ending' }])
  })

  it('for a replaced charge that was cheaper settles nothing', async () => {
    ware = await makeWare({ price: PRICE })
    const first = await checkOut(buyer, ware, { coupon: 'OFF1' })
    await checkOut(buyer, ware)
    await say(first.invoiceNumber, 'settlement', 40_000)
    expect(await rowOf(first.id)).toMatchObject({ status: 'PENDING', amount: PRICE, due: 40_000 })
    await say(`${first.invoiceNumber}~2`, 'settlement')
    expect(await rowOf(first.id)).toMatchObject({ status: 'SUCCESS', due: 40_000 })
  })
})

describe('many at once', () => {
  it('the same word fifty times settles once', async () => {
    const ware = await makeWare({ price: PRICE })
    const { id, invoiceNumber } = await checkOut(buyer, ware)
    const requests = await Promise.all(Array.from({ length: 50 }, systemRequest))
    await Promise.all(
      requests.map(async (own) =>
        applyGatewayState(own, stateOf(invoiceNumber, 'settlement', PRICE)),
      ),
    )
    expect(await stepsOf(id)).toEqual(['held', 'given'])
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCESS', due: 0 })
  })
})
