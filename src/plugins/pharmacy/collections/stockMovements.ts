import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'
import { isSaved } from '@/lib/fields'
import { idempotentCreate } from '@/lib/idempotentCreate'

import { stockMovements as access } from '../access'
import type { MovementKind } from '../constants'
import { MOVEMENT_KINDS } from '../constants'
import { checkMovement, offerKinds } from '../hooks/checkMovement'
import { refuseShortStock } from '../hooks/refuseShortStock'
import { obatRelation } from './fields'
import { PHARMACY_GROUP } from './group'

const KIND_LABELS: Record<MovementKind, { en: string; id: string }> = {
  opening: { en: 'Opening stock', id: 'Stok awal' },
  receipt: { en: 'Receipt', id: 'Penerimaan' },
  sale: { en: 'Sale', id: 'Penjualan' },
  cancellation: { en: 'Cancellation', id: 'Pembatalan' },
  adjustment: { en: 'Adjustment', id: 'Penyesuaian' },
  'write-off': { en: 'Write-off', id: 'Penghapusan' },
}

/**
 * The stock's ledger: append-only, and the only thing that moves `obat.stock`. A trigger does the moving
 * and fills `balanceAfter`, so that Σ movements = stock holds for every statement (migrations: guards).
 */
export const stockMovements: CollectionConfig = {
  slug: 'stock-movements',
  labels: {
    singular: { en: 'Stock movement', id: 'Mutasi stok' },
    plural: { en: 'Stock movements', id: 'Mutasi stok' },
  },
  admin: {
    useAsTitle: 'obatName',
    listSearchableFields: ['obatName', 'reason'],
    defaultColumns: [
      'obat',
      'kind',
      'quantity',
      'balanceAfter',
      'reason',
      'createdBy',
      'createdAt',
    ],
    group: PHARMACY_GROUP,
    description: {
      en: 'Every piece that came in or went out. Nothing here is changed or deleted; a mistake is answered by an adjustment.',
      id: 'Setiap barang masuk dan keluar. Catatan tidak diubah atau dihapus; kekeliruan dibalas dengan penyesuaian.',
    },
  },
  access,
  defaultSort: '-id',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  fields: [
    { ...obatRelation({ onlyActive: false }), index: true },
    {
      // A movement is called by what it moves, and found by it.
      name: 'obatName',
      type: 'text',
      label: { en: 'Medicine', id: 'Obat' },
      virtual: 'obat.name',
      admin: { hidden: true },
    },
    {
      name: 'kind',
      type: 'select',
      label: { en: 'Kind', id: 'Jenis' },
      required: true,
      defaultValue: 'receipt',
      options: MOVEMENT_KINDS.map((value) => ({ value, label: KIND_LABELS[value] })),
      filterOptions: offerKinds,
      admin: { isClearable: false },
    },
    {
      name: 'quantity',
      type: 'number',
      label: { en: 'Quantity (+ in, − out)', id: 'Jumlah (+ masuk, − keluar)' },
      required: true,
    },
    {
      name: 'balanceAfter',
      type: 'number',
      label: { en: 'Balance', id: 'Saldo' },
      access: serverOnly,
      admin: { readOnly: true, condition: isSaved },
    },
    {
      name: 'reason',
      type: 'text',
      label: { en: 'Reason', id: 'Alasan' },
      maxLength: 500,
      admin: {
        description: {
          en: 'Needed for an adjustment and a write-off.',
          id: 'Wajib untuk penyesuaian dan penghapusan.',
        },
      },
    },
    {
      name: 'order',
      type: 'relationship',
      label: { en: 'Order', id: 'Order' },
      relationTo: 'orders',
      index: true,
      access: serverOnly,
      admin: { readOnly: true, condition: (data) => Boolean(data.order) },
    },
    {
      name: 'createdBy',
      type: 'relationship',
      label: { en: 'By', id: 'Oleh' },
      relationTo: 'users',
      access: serverOnly,
      admin: { readOnly: true, condition: isSaved },
    },
  ],
  endpoints: [idempotentCreate('stock-movements')],
  hooks: { beforeValidate: [checkMovement], beforeChange: [refuseShortStock] },
}
