import { beforeAll, describe, expect, it } from 'vitest'

import { makeUser } from '@/plugins/accounts/testing'
import { contractOrder } from '@/plugins/pharmacy/schemas'
import { makeObat } from '@/plugins/pharmacy/testing'

import { api } from '../support/api'
import { testPayload } from '../support/payload'

describe('apotek.md: orders', () => {
  let patient: Awaited<ReturnType<typeof makeUser>>
  beforeAll(async () => {
    patient = await makeUser(await testPayload(), 'patient')
  })

  it('creates an order with frozen prices and takes the stock', async () => {
    const payload = await testPayload()
    const first = await makeObat(payload, { price: 5000, stock: 100 })
    const second = await makeObat(payload, { price: 7500, stock: 50 })
    const { status, body } = await api('POST', '/apotek/orders', {
      token: patient.token,
      body: {
        items: [
          { obat_id: first.id, quantity: 2 },
          { obat_id: second.id, quantity: 1 },
        ],
        shipping_address: 'Jl. Contoh No. 123, Jakarta',
        payment_method: 'bank_transfer',
      },
    })
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { success: true, message: 'Order berhasil dibuat' },
    })
    const order = contractOrder.parse((body as { data: unknown }).data)
    expect(order.total_price).toBe(17_500)
    expect(order.items.map(({ obat }) => obat.stock)).toEqual([98, 49])
  })
})
