import type { Field } from 'payload'

import { serverOnly } from '@/access'
import { isSaved } from '@/lib/fields'

import { DRUG_CLASSES } from '../constants'
import { CLASS_LABELS } from '../labels'
import { whole } from './fields'

/** What stands beside an obat's form: its stock, where it belongs, and whether it is sold. */
export const obatSidebar: Field[] = [
  {
    // The ledger's sum. The database keeps it: see stock-movements and the guards' migration.
    name: 'stock',
    type: 'number',
    label: { en: 'Stock', id: 'Stok' },
    defaultValue: 0,
    index: true,
    access: serverOnly,
    admin: {
      readOnly: true,
      position: 'sidebar',
      condition: isSaved,
      components: { afterInput: ['@/plugins/pharmacy/admin/stock/StockLink#StockLink'] },
      description: {
        en: 'Moved by stock movements only.',
        id: 'Hanya berubah lewat mutasi stok.',
      },
    },
  },
  whole(
    'lowStockThreshold',
    { en: 'Low-stock threshold', id: 'Batas stok menipis' },
    { defaultValue: 10, sidebar: true },
  ),
  {
    name: 'category',
    type: 'relationship',
    label: { en: 'Category', id: 'Kategori' },
    relationTo: 'obat-categories',
    index: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'drugClass',
    type: 'select',
    label: { en: 'Drug class', id: 'Golongan obat' },
    required: true,
    defaultValue: 'bebas',
    options: DRUG_CLASSES.map((value) => ({ value, label: CLASS_LABELS[value] })),
    admin: { position: 'sidebar', isClearable: false },
  },
  {
    name: 'requiresPrescription',
    type: 'checkbox',
    label: { en: 'Prescription needed', id: 'Perlu resep' },
    defaultValue: false,
    admin: {
      position: 'sidebar',
      description: {
        en: 'Prescription-only medicine needs one anyway.',
        id: 'Obat keras selalu perlu resep.',
      },
    },
  },
  {
    name: 'active',
    type: 'checkbox',
    label: { en: 'Active', id: 'Aktif' },
    defaultValue: true,
    index: true,
    admin: { position: 'sidebar' },
  },
]
