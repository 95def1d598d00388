import { afterAll, beforeAll, expect, it } from 'vitest'

import type { Obat } from '@/payload-types'
import { expireOrders } from '@/plugins/pharmacy/sweeper'
import { makeObat } from '@/plugins/pharmacy/testing'
import { tell, userRoom } from '@/plugins/realtime'
import { openSockets } from '@/plugins/realtime/testing'

import { apotek, atDesk, person, place, placed, rows } from '../support/apotek'
import { systemRequest, testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { png } from '../support/pictures'

let house: Awaited<ReturnType<typeof openSockets>>
let obat: Obat
let cashier: Person
let patient: Person

beforeAll(async () => {
  const payload = await testPayload()
  house = await openSockets(payload)
  obat = await makeObat(payload, { stock: 50 })
  cashier = await person('cashier')
  patient = await person('patient')
  await expireOrders(payload)
})
afterAll(() => house.close())

const listen = async ({ id, token }: Person) => {
  const { socket, heard } = await house.connect(token)
  /** What was heard of orders so far; then it is forgotten. */
  return async (): Promise<unknown[]> => {
    const marked = new Promise((resolve) => {
      socket.once('marker', resolve)
    })
    await tell(await systemRequest(), userRoom(id), 'marker', {})
    await marked
    return heard.splice(0).filter(([event]) => event === 'orders-changed')
  }
}
const order = async (): Promise<number> =>
  (await placed(patient, [{ obat_id: obat.id, quantity: 1 }])).id
const changed = (id: number) => ['orders-changed', { id }]

it('the desk hears of every order that is placed or changes, by its number alone', async () => {
  const heard = await listen(cashier)
  const id = await order()
  expect(await heard()).toEqual([changed(id)])

  const form = new FormData()
  const { data } = await png('bukti.png')
  form.set('payment_proof', new Blob([new Uint8Array(data)], { type: 'image/png' }))
  await apotek('POST', `/orders/${id}/notify-payment`, { token: patient.token, body: form })
  const proof = await heard()
  expect(proof.length).toBeGreaterThan(0)
  for (const event of proof) expect(event).toEqual(changed(id))

  for (const verb of ['reject-payment', 'confirm-payment', 'complete'] as const) {
    await atDesk(cashier, verb, id, { reason: 'buram' })
    expect([verb, await heard()]).toEqual([verb, [changed(id)]])
  }
})

it('and of orders that nobody paid', async () => {
  const id = await order()
  await rows(`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = $1`, id)
  const heard = await listen(cashier)
  await expireOrders(await testPayload())
  expect(await heard()).toEqual([changed(id)])
})

it('but not of what was refused', async () => {
  const id = await order()
  const heard = await listen(cashier)
  const { status } = await place(patient, [{ obat_id: obat.id, quantity: 1000 }])
  expect(status).toBe(400)
  expect((await atDesk(cashier, 'complete', id)).status).toBe(400)
  expect(await heard()).toEqual([])
})

it('nobody but the desk hears of orders, not even their buyers', async () => {
  const others = await Promise.all(
    [patient, await person('doctor'), await person('editor')].map(listen),
  )
  const admin = await listen(await person('admin'))
  const id = await order()
  await atDesk(cashier, 'confirm-payment', id)
  expect(await admin()).toEqual([changed(id), changed(id)])
  for (const heard of others) expect(await heard()).toEqual([])
})
