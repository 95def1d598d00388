import type { Payload } from 'payload'

import type { Obat } from '@/payload-types'

let count = 0

/** An obat with an opening stock. For tests. */
export const makeObat = async (
  payload: Payload,
  { stock = 100, ...data }: Partial<Omit<Obat, 'stock'>> & { stock?: number } = {},
): Promise<Obat> => {
  count += 1
  const { id } = await payload.create({
    collection: 'obat',
    data: { name: `Obat ${process.pid}-${count}`, price: 5000, ...data } as Obat,
    depth: 0,
  })
  if (stock > 0) {
    await payload.create({
      collection: 'stock-movements',
      data: { obat: id, kind: 'opening', quantity: stock },
      depth: 0,
    })
  }
  return payload.findByID({ collection: 'obat', id, depth: 0 })
}
