import { PAYMENT_METHODS } from '../../constants'
import type { DeskOrder } from '../../deskSchemas'
import { paidBy } from '../../paidBy'
import type { Verb } from '../useOrderChange'

/** How the desk takes money; on delivery it is cash. */
export type DeskMethod = ReturnType<typeof paidBy>
export const DESK_METHODS = PAYMENT_METHODS.filter((method) => method !== 'cod')

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

/** How its money is taken, if the desk says nothing else. */
export const usualMethod = ({ paymentMethod, proofUrl }: DeskOrder): DeskMethod =>
  paidBy({ paymentMethod, paymentProof: proofUrl })

/** The signed address without its host, which need not be the one that the panel is opened at. */
export const localAddress = (url: string): string => {
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}
