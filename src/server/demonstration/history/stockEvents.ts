import type { PayloadRequest } from 'payload'

type StockEvent = {
  sku: string
  daysAgo: number
  kind: 'receipt' | 'write-off'
  quantity: number
  reason: string
}

/** What came in and what had to go: some of it is now low. */
export const STOCK_EVENTS: StockEvent[] = [
  { sku: 'OBT-0055', daysAgo: 24, kind: 'receipt', quantity: 100, reason: 'Faktur PBF 1124/XI' },
  { sku: 'OBT-0036', daysAgo: 17, kind: 'write-off', quantity: -72, reason: 'Kedaluwarsa' },
  { sku: 'OBT-0001', daysAgo: 12, kind: 'receipt', quantity: 60, reason: 'Faktur PBF 1187/XI' },
  { sku: 'OBT-0059', daysAgo: 8, kind: 'write-off', quantity: -26, reason: 'Botol pecah' },
  { sku: 'OBT-0006', daysAgo: 5, kind: 'write-off', quantity: -54, reason: 'Ditarik pabrik' },
  { sku: 'OBT-0058', daysAgo: 3, kind: 'write-off', quantity: -25, reason: 'Salah simpan' },
]

/** @returns the id of the movement */
export const playStockEvent = async (
  admin: PayloadRequest,
  obat: number,
  { kind, quantity, reason }: StockEvent,
): Promise<number> => {
  const { id } = await admin.payload.create({
    collection: 'stock-movements',
    data: { obat, kind, quantity, reason },
    depth: 0,
    req: admin,
    overrideAccess: true,
  })
  return id
}
