import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Demonstration } from '../browser/demonstration'
import { openDemonstration } from '../browser/demonstration'

const PASSWORD = 'sehat-demo-2026'

/** By whom, and by what: filters through two relations to what nobody, or not they, may read. */
const FILTERS = [
  [null, '/doctors?where[photo.x.y][exists]=true'],
  ['pasien@sehat.test', '/prescriptions?where[doctor.user.hash][exists]=true'],
  ['pasien@sehat.test', '/orders?where[prescription.doctor.user.hash][exists]=true'],
  ['pasien@sehat.test', '/payment-proofs?where[order.user.hash][exists]=true'],
  ['pasien@sehat.test', '/payment-proofs?where[order.user.nosuch][exists]=true'],
  ['dokter@sehat.test', '/messages?where[consultation.patient.email][exists]=true'],
  ['admin@sehat.test', '/prescriptions?where[doctor.user.hash][exists]=true'],
] as const

describe('filters through several relations', () => {
  let server: Demonstration

  beforeAll(async () => {
    server = await openDemonstration()
  })
  afterAll(() => server.close())

  const login = async (email: string): Promise<string> => {
    const answer = await fetch(`${server.url}/api/users/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    return ((await answer.json()) as { token: string }).token
  }

  it('are refused, and the server goes on', async () => {
    for (const [email, path] of FILTERS) {
      const token = email && (await login(email))
      const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {}
      const { status } = await fetch(`${server.url}/api${path}`, { headers })
      expect([path, status]).toEqual([path, 400])
    }
    expect((await fetch(`${server.url}/api/health/live`)).status).toBe(200)
    expect(server.logs()).not.toContain('An error that nobody caught')
  })
})
