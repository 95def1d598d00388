import type { PayableType } from '../contract'

/** The collections of the panel that items are found in. */
const COLLECTIONS: Partial<Record<PayableType, string>> = {
  order: 'orders',
  course: 'courses',
  agenda: 'agendas',
  consultation: 'doctors',
}

/** Where the panel shows an item, below its root; null where it does not. */
export const itemPath = (
  type: PayableType | null | undefined,
  id: string | null | undefined,
): string | null => {
  const collection = type ? COLLECTIONS[type] : undefined
  return collection && id ? `/collections/${collection}/${id}` : null
}
