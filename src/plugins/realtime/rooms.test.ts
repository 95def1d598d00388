import type { PayloadRequest } from 'payload'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { withTransaction } from '@/database/transactions'

import { person } from '../../../tests/support/apotek'
import { systemRequest, testPayload } from '../../../tests/support/payload'
import type { Person } from '../../../tests/support/people'
import { tell, userRoom } from './index'
import { openSockets } from './testing'

let house: Awaited<ReturnType<typeof openSockets>>
let req: PayloadRequest
let cashier: Person
let patient: Person

beforeAll(async () => {
  house = await openSockets(await testPayload())
  req = await systemRequest()
  cashier = await person('cashier')
  patient = await person('patient')
})
afterAll(() => house.close())

type Client = Awaited<ReturnType<typeof house.connect>>

/** Everything that somebody has heard so far: what is sent to one socket arrives in order. */
const heardBy = async ({ socket, heard }: Client, { id }: Person): Promise<unknown[]> => {
  const marked = new Promise((resolve) => {
    socket.once('marker', resolve)
  })
  await tell(req, userRoom(id), 'marker', {})
  await marked
  return heard.filter(([event]) => event !== 'marker')
}

it('tells those in a room, and nobody else', async () => {
  const [first, second] = await Promise.all([
    house.connect(cashier.token),
    house.connect(patient.token),
  ])
  await tell(req, 'desk', 'happened', { id: 1 })
  await tell(req, userRoom(patient.id), 'yours', { id: 2 })
  expect(await heardBy(first, cashier)).toEqual([['happened', { id: 1 }]])
  expect(await heardBy(second, patient)).toEqual([['yours', { id: 2 }]])
})

it('lets nobody choose a room', async () => {
  const client = await house.connect(patient.token)
  for (const event of ['join', 'subscribe', 'room']) client.socket.emit(event, 'desk')
  await tell(req, 'desk', 'happened', { id: 3 })
  expect(await heardBy(client, patient)).toEqual([])
})

it('tells after the commit, and never before', async () => {
  const client = await house.connect(cashier.token)
  await withTransaction(req, async () => {
    await tell(req, 'desk', 'happened', { id: 4 })
    const outside = await systemRequest()
    await tell(outside, 'desk', 'meanwhile', {})
  })
  expect(await heardBy(client, cashier)).toEqual([
    ['meanwhile', {}],
    ['happened', { id: 4 }],
  ])
})

it('tells nothing of what was rolled back', async () => {
  const client = await house.connect(cashier.token)
  const failing = withTransaction(req, async () => {
    await tell(req, 'desk', 'happened', { id: 5 })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await heardBy(client, cashier)).toEqual([])
})
