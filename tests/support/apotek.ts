import { z } from 'zod'

import type { Role } from '@/access/roles'
import type { HonestAdapter } from '@/database/adapter'
import {
  contractDeskOrder,
  contractItem,
  contractObat,
  contractOrder,
} from '@/plugins/pharmacy/schemas'

import { api } from './api'
import { testPayload } from './payload'
import type { Person } from './people'
import { makePeople } from './people'

const items = z.array(contractItem.extend({ obat: contractObat.strict() }).strict())
const buyer = contractDeskOrder.shape.user.unwrap().strict().nullable()

/** An order as apotek.md has it, and not a field more. */
export const strictOrder = contractOrder.extend({ items }).strict()
/** An order as the desk sees it, and not a field more. */
export const strictDeskOrder = contractDeskOrder
  .extend({ items, user: buyer, paidBy: buyer })
  .strict()

type Body<Data> = {
  success: boolean
  message: string
  data: Data
  errors?: Record<string, string[]>
  meta?: { current_page: number; last_page: number; per_page: number; total: number }
  count?: number
}
export type ApotekAnswer<Data> = { status: number; body: Body<Data>; headers: Headers }
export type ContractOrder = z.infer<typeof contractDeskOrder>

type Options = Parameters<typeof api>[2]

/** Calls an endpoint below `/api/apotek`. */
export const apotek = async <Data = ContractOrder>(
  method: 'GET' | 'POST',
  path: string,
  options: Options = {},
): Promise<ApotekAnswer<Data>> => api(method, `/apotek${path}`, options)

/** Places an order of one obat, or of several lines, over the contract. */
export const place = async (
  { token }: Pick<Person, 'token'>,
  lines: { obat_id: number; quantity: number }[],
  rest: Record<string, unknown> = {},
): Promise<ApotekAnswer<ContractOrder>> =>
  apotek('POST', '/orders', { token, body: { items: lines, ...rest } })

/** An order that must have been placed. */
export const placed = async (...order: Parameters<typeof place>): Promise<ContractOrder> => {
  const { status, body } = await place(...order)
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body.data
}

/** What a contract endpoint says no with. */
export const refusal = (status: number, message: string) => ({
  status,
  body: { success: false, message },
})

/** Something that the desk does to an order. */
export const atDesk = async (
  { token }: Pick<Person, 'token'>,
  verb: 'confirm-payment' | 'complete' | 'reject-payment' | 'cancel',
  id: number | string,
  body?: unknown,
): Promise<Omit<ApotekAnswer<ContractOrder>, 'headers'>> => {
  const answer = await apotek('POST', `/cashier/orders/${id}/${verb}`, { token, body })
  return { status: answer.status, body: answer.body }
}

/** Rows of the worker's database. */
export const rows = async <Row extends Record<string, unknown>>(
  statement: string,
  ...values: unknown[]
): Promise<Row[]> => {
  const { db } = await testPayload()
  return (await (db as unknown as HonestAdapter).pool.query<Row>(statement, values)).rows
}

/** People of the worker's database, signed in. */
export const people = async (
  role: Role,
  count: number,
  data?: Parameters<typeof makePeople>[3],
): Promise<Person[]> => {
  const payload = await testPayload()
  const { pool } = payload.db as unknown as HonestAdapter
  return makePeople({ database: pool, secret: process.env.PAYLOAD_SECRET ?? '' }, role, count, data)
}

export const person = async (
  role: Role,
  data?: Parameters<typeof makePeople>[3],
): Promise<Person> => {
  const [one] = await people(role, 1, data)
  if (!one) throw new Error('nobody was made')
  return one
}

export const stockOf = async (obat: number): Promise<number> => {
  const [row] = await rows<{ stock: string }>('SELECT stock FROM obat WHERE id = $1', obat)
  return Number(row?.stock)
}

/** An obat's ledger, oldest first: kind, signed quantity, balance. */
export const ledgerOf = async (obat: number): Promise<[string, number, number][]> => {
  const found = await rows<{ kind: string; quantity: string; balance_after: string }>(
    'SELECT kind, quantity, balance_after FROM stock_movements WHERE obat_id = $1 ORDER BY id',
    obat,
  )
  return found.map(({ kind, quantity, balance_after: balance }) => [
    kind,
    Number(quantity),
    Number(balance),
  ])
}

/** How many orders somebody has. */
export const ordersOf = async ({ id }: Pick<Person, 'id'>): Promise<number> =>
  (await rows('SELECT id FROM orders WHERE user_id = $1', id)).length
