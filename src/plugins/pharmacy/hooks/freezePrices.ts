import type { CollectionBeforeValidateHook } from 'payload'

import { isDesk } from '@/access'
import type { FieldErrors } from '@/lib/apiError'
import { ApiError } from '@/lib/apiError'

import { LINES_MAX, QUANTITY_MAX } from '../constants'
import { itemsNeeded, obatNotFound, stockShort } from '../errors'
import { choosePrescription } from '../operations/choosePrescription'
import type { LockedObat } from '../sql'
import { lockOrderedObat } from '../sql'

type Line = { obat: number; quantity: number }

const invalid = (message: string, errors?: FieldErrors): never => {
  throw new ApiError(422, message, errors ? { errors } : {})
}

/** A relation arrives as an id, or as a document from the panel. */
const idOf = (value: unknown): number => {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
  return Number(id)
}

/** Checks the lines that were sent and adds up those of the same obat, in the order of their first mention. */
const readLines = (items: unknown): Line[] => {
  if (!Array.isArray(items) || items.length === 0) throw itemsNeeded()
  if (items.length > LINES_MAX) return invalid(`Maksimal ${LINES_MAX} baris.`)
  const totals = new Map<number, number>()
  for (const [index, item] of (items as { obat?: unknown; quantity?: unknown }[]).entries()) {
    const { obat, quantity } = item ?? {}
    if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1) {
      const message = 'Jumlah harus bilangan bulat mulai dari 1.'
      return invalid(message, { [`items.${index}.quantity`]: [message] })
    }
    const id = idOf(obat)
    const total = (totals.get(id) ?? 0) + quantity
    if (total > QUANTITY_MAX) {
      const message = `Jumlah maksimal ${QUANTITY_MAX}.`
      return invalid(message, { [`items.${index}.quantity`]: [message] })
    }
    totals.set(id, total)
  }
  return [...totals].map(([obat, quantity]) => ({ obat, quantity }))
}

const refuseUnknown = (lines: Line[], known: Map<number, LockedObat>): void => {
  const unknown = lines.filter(({ obat }) => !known.get(obat)?.isActive)
  if (unknown.length === 0) return
  const names = unknown.map(({ obat }) => `Obat ${obat} tidak ditemukan.`)
  throw obatNotFound(names)
}

const refuseShort = (lines: Line[], known: Map<number, LockedObat>): void => {
  const short = lines.filter(({ obat, quantity }) => (known.get(obat)?.stock ?? 0) < quantity)
  if (short.length === 0) return
  const errors = short.map(({ obat, quantity }) => {
    const { name, stock } = known.get(obat) as LockedObat
    return `Stok ${name} tinggal ${stock}, diminta ${quantity}.`
  })
  throw stockShort(errors)
}

/**
 * Reads the prices from the database, under lock, and freezes them into the lines with their subtotals,
 * numbers and the order's total, whatever the client sent for those. Refuses unknown or inactive obat,
 * any line short of stock, and prescription-only obat without a prescription; the one that it draws on is
 * noted in the order.
 */
export const freezePrices: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || !data) return data
  const lines = readLines(data.items)
  const ids = lines
    .map(({ obat }) => obat)
    .filter((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)
  const locked = await lockOrderedObat(req, ids)
  const known = new Map(locked.map((obat) => [obat.id, obat]))
  refuseUnknown(lines, known)
  const prescription = await choosePrescription(req, {
    lines: lines.map((line) => ({ ...line, ...(known.get(line.obat) as LockedObat) })),
    named: data.prescription,
    buyer: idOf(data.user),
    atCounter: isDesk(req),
    isSeen: data.prescriptionSeen === true,
  })
  refuseShort(lines, known)

  const numbers = locked.map(({ lineNumber }) => lineNumber).sort((left, right) => left - right)
  const items = lines.map(({ obat, quantity }, index) => {
    const unitPrice = known.get(obat)?.price ?? 0
    return { obat, quantity, unitPrice, subtotal: unitPrice * quantity, number: numbers[index] }
  })
  const totalPrice = items.reduce((sum, { subtotal }) => sum + subtotal, 0)
  return { ...data, items, totalPrice, prescription }
}
