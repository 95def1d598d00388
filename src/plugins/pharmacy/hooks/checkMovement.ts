import type { CollectionBeforeValidateHook, PayloadRequest, SelectField } from 'payload'

import { hasRole } from '@/access'
import { ApiError } from '@/lib/apiError'
import { sentText } from '@/lib/sentText'

import type { MovementKind } from '../constants'
import { QUANTITY_MAX } from '../constants'

const STOCK_STEP_MAX = QUANTITY_MAX * 100

const KINDS_OF_ADMINS: MovementKind[] = ['opening', 'receipt', 'adjustment', 'write-off']
const KINDS_OF_CASHIERS: MovementKind[] = ['receipt', 'adjustment']

/** What people may write; sales and cancellations are written by orders alone. */
const kindsFor = (req: PayloadRequest): MovementKind[] =>
  req.payloadAPI === 'local' || hasRole(req, 'admin') ? KINDS_OF_ADMINS : KINDS_OF_CASHIERS

/** The kinds that the panel's form offers; a movement that exists is shown whatever its kind. */
export const offerKinds: NonNullable<SelectField['filterOptions']> = ({ data, options, req }) => {
  if ((data as { id?: unknown }).id) return options
  const kinds: string[] = hasRole(req, 'cashier') ? KINDS_OF_CASHIERS : KINDS_OF_ADMINS
  return options.filter((option) =>
    kinds.includes(typeof option === 'object' ? option.value : option),
  )
}

const refuse = (field: string, message: string): never => {
  throw new ApiError(400, message, { errors: { [field]: [message] } })
}

/** A movement that somebody adds by hand has a kind of theirs, a whole quantity of the right sign, and a why. */
export const checkMovement: CollectionBeforeValidateHook = ({ data, operation, req }) => {
  if (operation !== 'create' || !data) return data
  const { kind, quantity, reason } = data as {
    kind?: MovementKind
    quantity?: unknown
    reason?: unknown
  }
  if (!kind || !kindsFor(req).includes(kind)) return refuse('kind', 'Jenis mutasi tidak diizinkan.')
  if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity === 0) {
    return refuse('quantity', 'Jumlah harus bilangan bulat dan bukan 0.')
  }
  if (Math.abs(quantity) > STOCK_STEP_MAX) return refuse('quantity', 'Jumlah terlalu besar.')
  if ((kind === 'receipt' || kind === 'opening') && quantity < 0) {
    return refuse('quantity', 'Penerimaan harus lebih dari 0.')
  }
  if (kind === 'write-off' && quantity > 0) {
    return refuse('quantity', 'Penghapusan harus kurang dari 0.')
  }
  if ((kind === 'adjustment' || kind === 'write-off') && !sentText('reason', reason)) {
    return refuse('reason', 'Alasan wajib diisi.')
  }
  return { ...data, order: null, balanceAfter: null, createdBy: req.user?.id ?? null }
}
