import type { Called } from '@/lib/panel/callApi'
import { callApi } from '@/lib/panel/callApi'

export type StockAction = 'receive' | 'count' | 'adjust' | 'writeOff'

type Movement = { doc: { id: number } }
type Count = { before: number; stock: number; movement: number | null }

const KINDS = { receive: 'receipt', adjust: 'adjustment', writeOff: 'write-off' } as const

export type Move = { obat: number; action: StockAction; quantity: number; reason: string }

/** Writes what was typed to the ledger. A count answers with the difference; the others with null. */
export const moveStock = async (
  { obat, action, quantity, reason }: Move,
  idempotencyKey: string,
): Promise<Called<{ difference: number | null }>> => {
  if (action === 'count') {
    const called = await callApi<Count>(`/api/obat/${obat}/count`, {
      method: 'POST',
      body: { counted: quantity, reason },
      idempotencyKey,
    })
    if (!called.isDone) return called
    return { ...called, body: { difference: called.body.stock - called.body.before } }
  }
  const called = await callApi<Movement>('/api/stock-movements', {
    method: 'POST',
    body: {
      obat,
      kind: KINDS[action],
      quantity: action === 'writeOff' ? -quantity : quantity,
      ...(reason ? { reason } : {}),
    },
    idempotencyKey,
  })
  return called.isDone ? { ...called, body: { difference: null } } : called
}
