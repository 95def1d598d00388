import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import { withTransaction } from '@/database/transactions'
import type { User } from '@/payload-types'
import { anyUserExists, lockFirstUser } from '@/plugins/accounts/sql'
import { importObat } from '@/plugins/pharmacy/operations/importObat'
import { parseObatCsv } from '@/plugins/pharmacy/operations/parseObatCsv'
import { placeOrder } from '@/plugins/pharmacy/operations/placeOrder'
import type { NewOrder } from '@/plugins/pharmacy/requests'

import { DEMO_LOGINS, DEMO_PASSWORD } from './logins'

const OBAT_FILE = fileURLToPath(new URL('../../plugins/pharmacy/demo/obat.csv', import.meta.url))

const ADDRESSES: Record<string, string> = {
  'pasien@sehat.test': 'Jl. Melati No. 12, Bandung',
  'pasien2@sehat.test': 'Jl. Kenanga No. 3, Depok',
}

/** What the two patients have already ordered, by SKU, so that the desk has something to do. */
const ORDERS: { email: string; method: NewOrder['payment_method']; lines: [string, number][] }[] = [
  {
    email: 'pasien@sehat.test',
    method: 'bank_transfer',
    lines: [
      ['OBT-0001', 2],
      ['OBT-0003', 1],
    ],
  },
  { email: 'pasien@sehat.test', method: 'cod', lines: [['OBT-0002', 1]] },
  { email: 'pasien2@sehat.test', method: 'cash', lines: [['OBT-0001', 3]] },
]

const createUsers = async (req: PayloadRequest): Promise<Map<string, User>> => {
  const users = new Map<string, User>()
  for (const { email, name, role } of DEMO_LOGINS) {
    const user = await req.payload.create({
      collection: 'users',
      data: { email, name, role, password: DEMO_PASSWORD, address: ADDRESSES[email] ?? null },
      depth: 0,
      req,
      overrideAccess: true,
    })
    users.set(email, user)
  }
  return users
}

const loadObat = async (req: PayloadRequest): Promise<void> => {
  const { rows, errors } = parseObatCsv(await readFile(OBAT_FILE, 'utf8'))
  if (errors.length > 0) throw new Error(`The demonstration's list of obat has faults.`)
  const result = await importObat(req, rows)
  if (result.errors.length > 0) throw new Error(`The demonstration's obat could not be loaded.`)
}

const idsBySku = async (req: PayloadRequest): Promise<Map<string, number>> => {
  const { docs } = await req.payload.find({
    collection: 'obat',
    where: { sku: { in: ORDERS.flatMap(({ lines }) => lines.map(([sku]) => sku)) } },
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return new Map(docs.map(({ id, sku }) => [sku ?? '', id]))
}

const placeOrders = async (req: PayloadRequest, users: Map<string, User>): Promise<void> => {
  const ids = await idsBySku(req)
  for (const { email, method, lines } of ORDERS) {
    const user = users.get(email)
    const buyer = await createLocalReq({ ...(user ? { user } : {}) }, req.payload)
    if (req.transactionID) buyer.transactionID = req.transactionID
    await placeOrder(buyer, {
      items: lines.map(([sku, quantity]) => ({ obat_id: ids.get(sku) ?? 0, quantity })),
      payment_method: method,
      shipping_address: undefined,
      payment_details: undefined,
      customer_name: undefined,
      customer_phone: undefined,
    })
  }
}

/**
 * Fills an empty database with the demonstration's data, all of it or nothing; one that has users is
 * left alone. @returns whether anything was written
 */
export const seedDemonstration = async (payload: Payload): Promise<boolean> => {
  const req = await createLocalReq({}, payload)
  return withTransaction(req, async () => {
    await lockFirstUser(req)
    if (await anyUserExists(req)) return false
    const users = await createUsers(req)
    // A house without a pharmacy has its people all the same.
    if (!Object.hasOwn(payload.collections, 'obat')) return true
    await loadObat(req)
    await placeOrders(req, users)
    return true
  })
}
