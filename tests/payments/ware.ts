import type { PayloadRequest } from 'payload'

import { query, sql } from '@/database/sql'
import { ApiError } from '@/lib/apiError'
import type { Payable } from '@/plugins/payments/contract'
import { engineOf } from '@/plugins/payments/engine'

import { rows } from '../support/apotek'
import { testPayload } from '../support/payload'

/**
 * Something to pay for that belongs to no domain: a ware with a price, of which there is a number, and
 * coupons that take 10,000 off, in tables of its own. What was held and given is counted, so that twice
 * can be seen.
 */

let count = 0

const TABLES = `
  CREATE TABLE IF NOT EXISTS test_wares (id text PRIMARY KEY, price int NOT NULL, stock int NOT NULL);
  CREATE TABLE IF NOT EXISTS test_ware_steps (
    id bigint GENERATED ALWAYS AS IDENTITY, ware text NOT NULL, transaction_id text NOT NULL,
    step text NOT NULL);`

const OFF = 10_000

const write = async (req: PayloadRequest, ware: string, transaction: string, step: string) => {
  await query(
    req,
    sql`INSERT INTO test_ware_steps (ware, transaction_id, step) VALUES (${ware}, ${transaction}, ${step})`,
  )
}

const takeOne = async (req: PayloadRequest, ware: string): Promise<boolean> => {
  const taken = await query(
    req,
    sql`UPDATE test_wares SET stock = stock - 1 WHERE id = ${ware} AND stock > 0 RETURNING 1 AS taken`,
  )
  return taken.length > 0
}

const lastStep = async (req: PayloadRequest, transaction: string): Promise<string | null> => {
  const [row] = await query<{ step: string }>(
    req,
    sql`SELECT step FROM test_ware_steps WHERE transaction_id = ${transaction} ORDER BY id DESC LIMIT 1`,
  )
  return row?.step ?? null
}

const giveBack = async (req: PayloadRequest, ware: string) => {
  await query(req, sql`UPDATE test_wares SET stock = stock + 1 WHERE id = ${ware}`)
}

const wares: Pick<Payable, 'quote' | 'settle' | 'release' | 'revoke'> &
  Required<Pick<Payable, 'hold' | 'parse'>> = {
  quote: async ({ req, item }) => {
    const [ware] = await query<{ price: number; stock: number }>(
      req,
      sql`SELECT price, stock FROM test_wares WHERE id = ${item.id} FOR UPDATE`,
    )
    if (!ware) throw new ApiError(404, 'Tidak ada')
    if (ware.stock < 1) throw new ApiError(400, 'Habis')
    const code = item.couponCode ?? null
    if (code && !/^(?:OFF|FREE)/.test(code)) throw new ApiError(400, 'Kupon salah')
    const off = code?.startsWith('FREE') ? ware.price : OFF
    const discount = code ? off : 0
    return {
      title: `Ware ${item.id}`,
      snapshot: { thumbnail_url: null },
      originalAmount: ware.price,
      discount,
      amount: ware.price - discount,
      coupon: code ? { id: code, code } : null,
    }
  },
  hold: async ({ req, transaction: { id, itemId } }) => {
    if (!(await takeOne(req, itemId))) throw new ApiError(400, 'Habis')
    await write(req, itemId, id, 'held')
  },
  settle: async ({ req, transaction: { id, itemId } }) => {
    const isHeld = (await lastStep(req, id)) === 'held'
    if (!isHeld && !(await takeOne(req, itemId))) return { isGiven: false, reason: 'Habis' }
    await write(req, itemId, id, 'given')
    return { isGiven: true }
  },
  release: async ({ req, transaction: { id, itemId } }) => {
    if ((await lastStep(req, id)) !== 'held') return
    await giveBack(req, itemId)
    await write(req, itemId, id, 'released')
  },
  revoke: async ({ req, transaction: { id, itemId } }) => {
    if ((await lastStep(req, id)) !== 'given') return
    await giveBack(req, itemId)
    await write(req, itemId, id, 'revoked')
  },
  parse: ({ ware }) => (typeof ware === 'string' ? { id: ware } : null),
}

const isWare = (id: string): boolean => id.startsWith('ware-')

/** Every kind of item has its domain: wares are paid as bills are, and tell themselves by their ids. */
const besides = (bills: Payable): Payable => ({
  ...bills,
  quote: (args) => (isWare(args.item.id) ? wares : bills).quote(args),
  recheck: async (args) => (isWare(args.item.id) ? undefined : bills.recheck?.(args)),
  hold: async (args) => (isWare(args.transaction.itemId) ? wares : bills).hold?.(args),
  settle: (args) => (isWare(args.transaction.itemId) ? wares : bills).settle(args),
  release: (args) => (isWare(args.transaction.itemId) ? wares : bills).release(args),
  revoke: (args) => (isWare(args.transaction.itemId) ? wares : bills).revoke(args),
  parse: (body) => wares.parse(body) ?? bills.parse?.(body) ?? null,
})

let isRegistered = false

/** Makes wares payable in this process. */
const register = async (): Promise<void> => {
  const payload = await testPayload()
  const payables = engineOf({ payload }).payables as Payable[]
  const at = payables.findIndex(({ type }) => type === 'pemeriksaan')
  const bills = payables[at]
  if (isRegistered || !bills) return
  isRegistered = true
  payables[at] = besides(bills)
  await rows(TABLES)
}

export type Ware = { id: string; price: number }

export const makeWare = async ({ price = 50_000, stock = 1000 } = {}): Promise<Ware> => {
  await register()
  count += 1
  const id = `ware-${count}`
  await rows('INSERT INTO test_wares (id, price, stock) VALUES ($1, $2, $3)', id, price, stock)
  return { id, price }
}

/** What happened to a ware for one transaction, in order. */
export const stepsOf = async (transaction: string): Promise<string[]> =>
  (
    await rows<{ step: string }>(
      'SELECT step FROM test_ware_steps WHERE transaction_id = $1 ORDER BY id',
      transaction,
    )
  ).map(({ step }) => step)

export const stockOf = async ({ id }: Ware): Promise<number> => {
  const [row] = await rows<{ stock: number }>('SELECT stock FROM test_wares WHERE id = $1', id)
  return row?.stock ?? Number.NaN
}
