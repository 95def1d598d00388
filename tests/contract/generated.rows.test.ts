import { beforeAll, expect, it } from 'vitest'

import { doctorOf } from '../consultations/support'
import { person } from '../support/apotek'
import { rest } from '../support/generated'
import type { Person } from '../support/people'

type WithRows = { id: number | string } & Record<string, unknown[] | undefined>

let admin: Person
beforeAll(async () => {
  admin = await person('admin')
})

it.each(['schedule', 'overrides', 'cannedAnswers'])(
  'takes null for no rows at all, of a doctor’s %s',
  async (field) => {
    const { id, user } = await doctorOf()
    const { status, body } = await rest<WithRows>('PATCH', `/doctors/${id}`, user, {
      [field]: null,
    })
    expect([status, body.doc[field]]).toEqual([200, []])
  },
)

it('takes null for no rows at all, of what is new', async () => {
  const course = { title: `Tanpa materi ${Date.now()}`, price: 0, lessons: null }
  const { status, body } = await rest<WithRows>('POST', '/courses', admin, course)
  expect([status, body.doc.lessons]).toEqual([201, []])
})

type Refused = { errors: { data: { errors: { path: string }[] } }[] }

it.each([
  ['schedule', 71],
  ['overrides', 367],
  ['cannedAnswers', 51],
] as const)('refuses too many rows by their number alone: %s', async (field, many) => {
  const { id, user } = await doctorOf()
  // Each of these is wrong as well, which nobody has looked at.
  const sent = { [field]: Array.from({ length: many }, () => ({})) }
  const { status, body } = await rest<Refused>('PATCH', `/doctors/${id}`, user, sent)
  expect([status, body.errors[0]?.data.errors]).toMatchObject([400, [{ path: field }]])
})

it('refuses too many lines of an order by their number alone', async () => {
  const items = Array.from({ length: 10_000 }, () => ({}))
  const sent = { items, shippingAddress: 'Jl. Contoh 1', paymentMethod: 'cash' }
  const { status, body } = await rest<Refused>('POST', '/orders', await person('patient'), sent)
  expect([status, body.errors[0]?.data.errors]).toMatchObject([400, [{ path: 'items' }]])
})
