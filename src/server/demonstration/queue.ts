import { showTime } from '@/lib/panel/showDate'
import { placeOrder } from '@/plugins/pharmacy/operations/placeOrder'
import type { NewOrder } from '@/plugins/pharmacy/requests'

import { newOrder } from './newOrder'
import type { Cast } from './people'
import { receiptPicture } from './receiptPicture'
import type { Shelves } from './shelves'
import { bySku } from './shelves'

type Waiting = {
  email: string
  method: NewOrder['payment_method']
  lines: [sku: string, quantity: number][]
  /** Sent with a picture: what it says, beside what the order costs. */
  proof?: { lessThanTotal: number }
}

/** What waits at the desk: transfers to look at, one of them short, one still to come, and cash to take. */
const WAITING: Waiting[] = [
  {
    email: 'pasien@sehat.test',
    method: 'bank_transfer',
    lines: [
      ['OBT-0001', 2],
      ['OBT-0003', 1],
    ],
    proof: { lessThanTotal: 0 },
  },
  { email: 'pasien@sehat.test', method: 'cod', lines: [['OBT-0002', 1]] },
  { email: 'pasien2@sehat.test', method: 'cash', lines: [['OBT-0001', 3]] },
  {
    email: 'pasien2@sehat.test',
    method: 'bank_transfer',
    lines: [
      ['OBT-0016', 1],
      ['OBT-0041', 1],
    ],
    proof: { lessThanTotal: 5000 },
  },
  { email: 'pasien2@sehat.test', method: 'bank_transfer', lines: [['OBT-0042', 2]] },
]

const placeWaiting = async (
  cast: Cast,
  shelves: Shelves,
  { email, method, lines, proof }: Waiting,
): Promise<void> => {
  const buyer = cast(email)
  const { payload, user } = buyer
  const wanted = lines.map(([sku, quantity]) => ({ obat: bySku(shelves, sku), quantity }))
  const total = wanted.reduce((sum, { obat, quantity }) => sum + obat.price * quantity, 0)
  const amount = total - (proof?.lessThanTotal ?? 0)
  const order = newOrder(
    wanted.map(({ obat, quantity }) => ({ obat: obat.id, quantity })),
    method,
    proof ? { payment_details: { bank: 'Bank Contoh', account_name: user.name, amount } } : {},
  )
  const { id } = await placeOrder(buyer, order)
  if (!proof) return
  const zone = payload.config.admin.timezones.defaultTimezone ?? 'UTC'
  await payload.create({
    collection: 'payment-proofs',
    data: { order: id },
    file: await receiptPicture({ from: user.name, amount, at: showTime(new Date(), zone) }),
    depth: 0,
    req: buyer,
    overrideAccess: true,
  })
}

/** Fills the desk's queue. */
export const fillQueue = async (cast: Cast, shelves: Shelves): Promise<void> => {
  for (const waiting of WAITING) await placeWaiting(cast, shelves, waiting)
}
