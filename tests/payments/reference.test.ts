import { beforeAll, describe, expect, it } from 'vitest'

import { person } from '../support/apotek'
import type { Person } from '../support/people'
import type { Call, Reference } from '../support/reference'
import { createReference, messageOf } from '../support/reference'

describe('what the API reference says of the desk’s money', () => {
  let reference: Reference
  let cashier: Person
  let admin: Person

  beforeAll(async () => {
    reference = await createReference()
    cashier = await person('cashier')
    admin = await person('admin')
  })

  /** The reference throws where an answer is not as described. */
  const ask = async (key: string, status: number, call: Call = {}) => {
    const answer = await reference.call(key, call)
    expect([key, answer.status]).toEqual([key, status])
    return answer.body as { doc: { id: number } }
  }
  const bodyOf = (key: string) => {
    const { path, method } = reference.operationAt(key)
    const at = ['requestBody', 'content', 'application/json', 'schema']
    return reference.schemaAt('paths', path, method, ...at)
  }
  const by = ({ token }: Person, body?: unknown): Call => ({ token, body })

  it('is what is answered', async () => {
    const move = { kind: 'pay-in', amount: 1_000, reason: 'uang kecil' }
    for (const [key, body] of [
      ['POST /api/cash-entries', move],
      ['POST /api/shifts', { openingFloat: 5_000, note: 'pagi' }],
    ] as const) {
      expect([key, bodyOf(key)(body)]).toEqual([key, true])
      await ask(key, 403, by(admin, body))
    }
    const early = await reference.call('POST /api/cash-entries', by(cashier, move))
    expect([early.status, messageOf(early.body)]).toEqual([409, 'Belum ada shift yang terbuka.'])
    const { doc } = await ask('POST /api/shifts', 201, by(cashier, { openingFloat: 5_000 }))
    await ask('POST /api/shifts', 409, by(cashier, { openingFloat: 5_000 }))
    await ask('POST /api/shifts', 400, by(await person('cashier'), { openingFloat: -1 }))
    const entry = await ask('POST /api/cash-entries', 201, by(cashier, move))
    for (const wrong of [{ kind: 'payment' }, { amount: 0 }, { amount: -1 }, { reason: '' }]) {
      await ask('POST /api/cash-entries', 422, by(cashier, { ...move, ...wrong }))
    }
    for (const [path, id] of [
      ['/api/shifts', doc.id],
      ['/api/cash-entries', entry.doc.id],
    ] as const) {
      for (const query of ['', '?depth=0', '?depth=2']) {
        await ask(`GET ${path}`, 200, { ...by(cashier), query })
        await ask(`GET ${path}/{id}`, 200, { ...by(admin), params: { id }, query })
      }
      await ask(`GET ${path}/count`, 200, by(admin))
    }
    const close = { ...by(cashier, { countedCash: 6_000 }), params: { id: doc.id } }
    await ask('POST /api/shifts/{id}/close', 200, close)
    await ask('GET /api/shifts/{id}', 200, { ...by(cashier), params: { id: doc.id } })
  })
})
