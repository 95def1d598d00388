import type { CollectionBeforeValidateHook, SelectField } from 'payload'

import { AMOUNT_MAX } from '@/lib/fields'
import { sentText } from '@/lib/sentText'
import type { CashEntry } from '@/payload-types'

import { DRAWER_KINDS } from '../constants'
import { amountInvalid, kindNotAllowed, noOpenShift, payInNegative, reasonNeeded } from '../errors'
import { holdOpenShift } from '../sql'

const isOfDrawer = (kind: unknown): boolean => (DRAWER_KINDS as readonly unknown[]).includes(kind)

/** The kinds that the panel's form offers; an entry that exists is shown whatever its kind. */
export const offerKinds: NonNullable<SelectField['filterOptions']> = ({ data, options }) =>
  (data as { id?: unknown }).id
    ? options
    : options.filter((option) => isOfDrawer(typeof option === 'object' ? option.value : option))

/** Signed: a pay-out may be sent without its minus. @throws {ApiError} 422 */
const signed = ({ kind, amount }: Partial<CashEntry>): number => {
  const isWhole = typeof amount === 'number' && Number.isInteger(amount)
  if (!isWhole || amount === 0 || Math.abs(amount) > AMOUNT_MAX) throw amountInvalid()
  if (kind === 'pay-out') return -Math.abs(amount)
  if (amount < 0) throw payInNegative()
  return amount
}

/**
 * What is written by hand: cash into or out of the drawer, with a reason, in one's own open shift.
 * Payments and refunds are written by those whose money they are about (`desk`).
 * @throws {ApiError} 422, 400; 409 when no shift is open
 */
export const recordDrawerMove: CollectionBeforeValidateHook<CashEntry> = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || !data || !req.user) return data
  if (!isOfDrawer(data.kind)) throw kindNotAllowed()
  const amount = signed(data)
  const reason = sentText('reason', data.reason)
  if (!reason) throw reasonNeeded()
  const shift = await holdOpenShift(req, req.user.id)
  if (shift === null) throw noOpenShift()
  return { kind: data.kind, method: 'cash' as const, amount, reason, shift, takenBy: req.user.id }
}
