import { expect, it } from 'vitest'

import { pageOrigin } from './pageOrigin'

const keys = { serverKey: 'SB-Mid-server-x', clientKey: '' }

it.each([
  [{ isProduction: true, baseUrl: null }, 'https://app.midtrans.com'],
  [{ isProduction: false, baseUrl: null }, 'https://app.sandbox.midtrans.com'],
  [{ isProduction: false, baseUrl: 'http://127.0.0.1:3001/' }, 'http://127.0.0.1:3001'],
])('knows where the page of payment is: %j', (where, origin) => {
  expect(pageOrigin({ ...keys, ...where })).toBe(origin)
})
