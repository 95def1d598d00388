import { afterEach, beforeEach, expect, it } from 'vitest'

import { coursesPayables } from '@/plugins/courses'
import type { Payable } from '@/plugins/payments/contract'

import { requestOf } from '../payments/gateway'
import { person } from '../support/apotek'
import { insertCourse } from '../support/courses'

const TRIES = 3
/** Of the thirty that somebody has in a minute. */
const FACTOR = TRIES / 30

/** Files that ran before in this process have counted by another factor. */
const forgetLimits = (): void => {
  Reflect.deleteProperty(globalThis, Symbol.for('sehat.rateLimiters'))
}
beforeEach(forgetLimits)
afterEach(forgetLimits)

it('lets nobody guess coupons, whichever endpoint they come by', async () => {
  const options = { lessonFilesDir: '', serverUrl: '', rateLimitFactor: FACTOR }
  const payable = coursesPayables(options).find(({ type }) => type === 'course') as Payable
  const id = await insertCourse()
  const guesser = await person('patient')
  const req = await requestOf(guesser)
  const guess = async (couponCode: string | null) =>
    payable.quote({ req, user: guesser.id, item: { id, couponCode } })
  for (let count = 0; count < TRIES; count += 1) {
    await expect(guess(`TEBAK-${count}`)).rejects.toMatchObject({ status: 400 })
  }
  await expect(guess('TEBAK-LAGI')).rejects.toMatchObject({ status: 429 })
  expect(await guess(null)).toMatchObject({ discount: 0 })
})
