import { afterAll, beforeAll, expect, it } from 'vitest'

import type { ApiServer } from '../support/apiServer'
import { startApiServer } from '../support/apiServer'

/** What src/plugins/examinations/limits.ts allows an address in a minute, before RATE_LIMIT_FACTOR. */
const PAYMENTS = 30
const CONFIRMATIONS = 180

const UNKNOWN = '019a0000-0000-7000-8000-000000000000'
const TOO_MANY = { message: 'Terlalu banyak percobaan, silakan coba lagi nanti.' }

let server: ApiServer

beforeAll(async () => {
  server = await startApiServer({ env: { RATE_LIMIT_FACTOR: '1' } })
})
afterAll(() => server.stop())

it.each([
  ['/payment', { pemeriksaan_id: UNKNOWN }, PAYMENTS],
  ['/payment/confirmation', { order_id: 'INV-PMR-2001-0001' }, CONFIRMATIONS],
])('%s lets an address try so often in a minute, and others go on', async (path, body, most) => {
  const ask = async (from: string) => server.call('POST', path, { from, body })
  const [one, other] = ['203.0.113.1', '203.0.113.2']
  for (let tries = 0; tries < most; tries += 1) expect((await ask(one)).status).toBe(404)
  const refused = await ask(one)
  expect([refused.status, refused.body]).toEqual([429, TOO_MANY])
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect((await ask(other)).status).toBe(404)
})
