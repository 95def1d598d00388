import { expect, it } from 'vitest'

import { testPayload } from '../../../tests/support/payload'
import { seedDemonstration } from './seed'

it('is never made where DATABASE_URL is set', async () => {
  const payload = await testPayload()
  await expect(seedDemonstration(payload)).rejects.toThrow('DATABASE_URL')
  const where = { email: { like: '@sehat.test' } }
  expect(await payload.count({ collection: 'users', where })).toEqual({ totalDocs: 0 })
})
