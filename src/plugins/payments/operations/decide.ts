import type { Attempt, AttemptChange } from '../attempts.sql'
import { LIVE_STATES } from '../attempts.sql'
import type { LateMoney } from '../constants'
import type { GatewayState, GatewayStatus } from '../gateway/gateway'
import type { LockedTransaction } from '../transactions.sql'

/** What stands in the database, both rows locked; `others` are the other attempts of the transaction. */
export type Known = {
  transaction: Pick<
    LockedTransaction,
    'status' | 'amount' | 'refundedAmount' | 'refundDueAmount' | 'isUnderReview' | 'isDisputed'
  >
  attempt: Attempt
  others: readonly Attempt[]
  lateMoney: LateMoney
}

export type TransactionChange = {
  status?: LockedTransaction['status']
  refundedAmount?: number
  refundDueAmount?: number
  underReview?: boolean
  disputed?: boolean
  /** Shown to admins. */
  reviewNote?: string
}

/** What to do about what the gateway says; nothing at all when both changes are empty. */
export type Decision = {
  attempt: AttemptChange
  transaction: TransactionChange
  isHeld?: true
  /** What was given is taken back, though the transaction stays SUCCESS: a chargeback. */
  isTakenBack?: boolean
}

const NOTHING: Decision = { attempt: {}, transaction: {} }

const keptOf = (attempt: Pick<Attempt, 'paidAmount' | 'refundedAmount' | 'refundedByHand'>) =>
  Math.max(0, attempt.paidAmount - attempt.refundedAmount - attempt.refundedByHand)

const sumKept = (attempts: readonly Attempt[]): number =>
  attempts.reduce((sum, attempt) => sum + keptOf(attempt), 0)

const isLive = ({ state }: Attempt): boolean => (LIVE_STATES as readonly string[]).includes(state)

/** It is what the transaction waits for: its end is the transaction's. We end others ourselves. */
const isAwaited = ({ transaction, attempt }: Known): boolean =>
  transaction.status === 'PENDING' && isLive(attempt) && attempt.state !== 'ending'

/** Money that is here, and cannot be given for: it is listed until it went back. */
const owe = (
  { transaction }: Known,
  amount: number,
  reviewNote: string,
): Pick<TransactionChange, 'refundDueAmount' | 'reviewNote'> => ({
  refundDueAmount: transaction.refundDueAmount + amount,
  reviewNote,
})

/** Money that went back is first of all what was owed. */
const oweLess = (
  { transaction: { refundDueAmount } }: Known,
  amount: number,
): Pick<TransactionChange, 'refundDueAmount'> =>
  refundDueAmount > 0 ? { refundDueAmount: Math.max(0, refundDueAmount - amount) } : {}

const NOTES = {
  amount: 'Jumlah atau mata uang di gateway berbeda dari tagihan.',
  challenge: 'Pembayaran ditandai berisiko oleh gateway.',
  twice: 'Dibayar dua kali.',
  late: 'Dibayar setelah tidak berlaku lagi.',
  short: 'Tagihan lama dibayar, jumlahnya kurang dari tagihan sekarang.',
  excess: 'Tagihan lama dibayar, jumlahnya lebih dari tagihan sekarang.',
}

const paid = (known: Known): Decision => {
  const { transaction, attempt, lateMoney } = known
  if (attempt.state === 'paid') return NOTHING
  const arrived: AttemptChange = { state: 'paid', paidAmount: attempt.amount }
  const due = (note: string): Decision => ({
    attempt: arrived,
    transaction: owe(known, keptOf({ ...attempt, paidAmount: attempt.amount }), note),
  })
  if (transaction.status === 'SUCCESS' || transaction.status === 'REFUNDED') return due(NOTES.twice)
  if (transaction.status !== 'PENDING' && lateMoney === 'refund') return due(NOTES.late)
  const excess = attempt.amount - transaction.amount
  if (excess < 0) return due(NOTES.short)
  const toReturn = excess > 0 ? owe(known, excess, NOTES.excess) : {}
  return {
    attempt: arrived,
    transaction: { status: 'SUCCESS', underReview: false, ...toReturn },
  }
}

/** What a refund of a paid attempt changes, `amount` being what went back just now. */
export const decideRefund = (known: Known, amount: number): TransactionChange => {
  const { transaction, attempt, others } = known
  const isAllBack = keptOf(attempt) - amount <= 0 && sumKept(others) === 0
  return {
    refundedAmount: transaction.refundedAmount + amount,
    ...oweLess(known, amount),
    ...(isAllBack && transaction.status !== 'PENDING' ? { status: 'REFUNDED' as const } : {}),
  }
}

const refunded = (known: Known, told: number, isFull: boolean): Decision => {
  const { transaction, attempt, others } = known
  if (attempt.state === 'paid') {
    const whole = attempt.paidAmount - attempt.refundedByHand
    const refundedAmount = Math.max(attempt.refundedAmount, isFull ? whole : Math.min(told, whole))
    const amount = refundedAmount - attempt.refundedAmount
    if (amount === 0) return NOTHING
    return { attempt: { refundedAmount }, transaction: decideRefund(known, amount) }
  }
  // It came and went while nobody was looking; nothing was ever given for it.
  const amount = attempt.amount - attempt.refundedAmount - attempt.refundedByHand
  const isOver = transaction.status === 'FAILED' || transaction.status === 'EXPIRED'
  const isEnd = isOver || (transaction.status === 'PENDING' && isLive(attempt))
  return {
    attempt: {
      state: 'paid',
      paidAmount: attempt.amount,
      refundedAmount: attempt.refundedAmount + amount,
    },
    transaction: {
      refundedAmount: transaction.refundedAmount + amount,
      ...(isEnd && sumKept(others) === 0 ? { status: 'REFUNDED', underReview: false } : {}),
    },
  }
}

/** The payer's bank takes the money back, or part of it. */
const chargedBack = (known: Known, isWhole: boolean): Decision => {
  const { transaction, attempt, others } = known
  if (transaction.isDisputed && attempt.gatewayStatus === 'chargeback') return NOTHING
  // Who has paid twice disputes the one that was too much: the other still pays for what was given.
  const kept = sumKept(others.filter(({ gatewayStatus }) => gatewayStatus !== 'chargeback'))
  const isTakenBack = isWhole && transaction.status === 'SUCCESS' && kept < transaction.amount
  const isOwedLess = isWhole && !isTakenBack
  return {
    attempt: {},
    transaction: { disputed: true, ...(isOwedLess ? oweLess(known, keptOf(attempt)) : {}) },
    isTakenBack,
  }
}

const denied = (known: Known): Decision => {
  const { transaction, attempt, others } = known
  if (attempt.state === 'paid') {
    const isGone = transaction.status === 'SUCCESS' && sumKept(others) === 0
    return {
      attempt: { state: 'closed', paidAmount: 0 },
      transaction: {
        ...oweLess(known, attempt.paidAmount),
        ...(isGone ? { status: 'FAILED', underReview: false } : {}),
      },
    }
  }
  // Its page still offers the other ways to pay.
  if (attempt.kind === 'page') {
    return { attempt: {}, transaction: transaction.isUnderReview ? { underReview: false } : {} }
  }
  return over(known, 'FAILED')
}

const over = (known: Known, status: 'FAILED' | 'EXPIRED'): Decision => {
  const { attempt } = known
  // A late word of it never undoes a payment.
  if (!isLive(attempt)) return NOTHING
  return {
    attempt: { state: 'closed' },
    transaction: isAwaited(known) ? { status, underReview: false } : {},
  }
}

const challenged = ({ transaction, attempt }: Known): Decision => {
  if (transaction.status !== 'PENDING' || !isLive(attempt) || transaction.isUnderReview) {
    return NOTHING
  }
  return { attempt: {}, transaction: { underReview: true, reviewNote: NOTES.challenge } }
}

const captured = (known: Known, fraud: GatewayState['fraudStatus']): Decision => {
  if (fraud === 'challenge') return challenged(known)
  return fraud === 'deny' ? denied(known) : paid(known)
}

/** Statuses that follow a settlement: of an attempt whose settlement was missed they are two steps. */
const AFTER_SETTLEMENT: readonly GatewayStatus[] = [
  'partial_refund',
  'chargeback',
  'partial_chargeback',
]

/**
 * The statuses that are to be decided on one after the other: a chargeback of what was never seen to be
 * settled is a settlement first, and a refund, if a part of it went back before.
 */
export const stepsOf = (
  { state: known, refundedAmount }: Pick<Attempt, 'state' | 'refundedAmount'>,
  state: GatewayState,
): GatewayState[] => {
  if (!AFTER_SETTLEMENT.includes(state.status)) return [state]
  const isRefund = state.status === 'partial_refund'
  const isPaidNow = known !== 'paid'
  const isRefundedNow = !isRefund && state.refundedAmount > refundedAmount
  return [
    ...(isPaidNow ? [{ ...state, status: 'settlement' as const, fraudStatus: null }] : []),
    ...(isRefundedNow ? [{ ...state, status: 'partial_refund' as const }] : []),
    state,
  ]
}

/** It waits for its payer. */
export const isPayable = ({ status }: Pick<GatewayState, 'status'>): boolean =>
  status === 'pending' || status === 'authorize'

/** There is no money whose amount could matter. */
const WITHOUT_MONEY: readonly GatewayStatus[] = ['deny', 'failure', 'cancel', 'expire']

/** What may still be said of an attempt that is paid; all else is late. */
const isStale = ({ attempt }: Known, { status }: GatewayState): boolean =>
  attempt.state === 'paid' && !['deny', 'failure', 'refund', ...AFTER_SETTLEMENT].includes(status)

const byStatus = (known: Known, state: GatewayState): Decision => {
  switch (state.status) {
    case 'pending':
    case 'authorize':
      return NOTHING
    case 'capture':
      return captured(known, state.fraudStatus)
    case 'settlement':
      return paid(known)
    case 'deny':
    case 'failure':
      return denied(known)
    case 'cancel':
      return over(known, 'FAILED')
    case 'expire':
      return over(known, 'EXPIRED')
    case 'refund':
      return refunded(known, state.refundedAmount, true)
    case 'partial_refund':
      return refunded(known, state.refundedAmount, false)
    case 'chargeback':
      return chargedBack(known, true)
    case 'partial_chargeback':
      return chargedBack(known, false)
  }
}

/**
 * What becomes of a transaction when the gateway says this of one of its attempts (references: Midtrans,
 * "Notifications"). Pure: the same again, or late, decides nothing. Another amount or currency than was
 * asked for is flagged, and held back.
 */
export const decide = (known: Known, state: GatewayState): Decision => {
  const { transaction, attempt } = known
  const isOther = state.amount !== attempt.amount || state.currency !== 'IDR'
  if (isOther && !WITHOUT_MONEY.includes(state.status)) {
    const change = transaction.isUnderReview ? {} : { underReview: true, reviewNote: NOTES.amount }
    return { attempt: {}, transaction: change, isHeld: true }
  }
  const decision = byStatus(known, state)
  if (isStale(known, state)) return decision
  return { ...decision, attempt: { gatewayStatus: state.status, ...decision.attempt } }
}
