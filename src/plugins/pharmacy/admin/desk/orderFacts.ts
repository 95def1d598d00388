import type { DeskOrder } from '../../deskSchemas'
import type { Verb } from '../useOrderChange'

export const isOpen = ({ status }: DeskOrder): boolean => status === 'pending'

/** What can be done to an order, the first thing first. */
export const verbsFor = (order: DeskOrder): Verb[] => {
  if (!isOpen(order)) return []
  if (order.paidAt) return ['complete', 'cancel']
  const verbs: Verb[] = ['confirm-payment']
  if (order.paymentMethod === 'cod') verbs.push('complete')
  if (order.proofUrl) verbs.push('reject-payment')
  return [...verbs, 'cancel']
}

/** Whether its money comes in notes and coins: as chosen, else when nothing proves otherwise. */
export const isCash = ({ paymentMethod, proofUrl }: DeskOrder): boolean =>
  paymentMethod === null ? proofUrl === null : ['cash', 'cod'].includes(paymentMethod)

/** The signed address without its host, which need not be the one that the panel is opened at. */
export const localAddress = (url: string): string => {
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}
