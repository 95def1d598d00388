import type { CollectionBeforeValidateHook } from 'payload'

import { AMOUNT_MAX } from '@/lib/fields'
import type { Pemeriksaan } from '@/payload-types'

import { totalTooLarge } from '../errors'

const whole = (value: unknown): number =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : 0

const subtotal = (line: unknown): number => {
  const { price, quantity = 1 } = (line ?? {}) as { price?: unknown; quantity?: unknown }
  return whole(price) * whole(quantity)
}

/**
 * The total is Σ price × quantity, whatever was sent for it. Lines that are none count nothing: the fields'
 * own validation refuses them afterwards. It would take a number for that many lines: what is no list has
 * none. @throws {ApiError} 422 when it is more than can be paid
 */
export const sumLines: CollectionBeforeValidateHook<Pemeriksaan> = ({ data }) => {
  if (!data) return data
  const items = Array.isArray(data.items) ? data.items : []
  const total = items.reduce<number>((sum, line) => sum + subtotal(line), 0)
  if (total > AMOUNT_MAX) throw totalTooLarge()
  return { ...data, items, total }
}
