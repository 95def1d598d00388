import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'
import { deriveSlug } from '@/lib/deriveSlug'

import { obat as access } from '../access'
import { DRUG_CLASSES } from '../constants'
import { blankCodesAreAbsent } from '../hooks/blankCodesAreAbsent'
import { keepKnownObat } from '../hooks/keepKnownObat'
import { PHARMACY_GROUP } from './group'
import { isSaved, rupiah, whole } from './fields'

const CLASS_LABELS: Record<(typeof DRUG_CLASSES)[number], { en: string; id: string }> = {
  bebas: { en: 'Over the counter', id: 'Bebas' },
  'bebas-terbatas': { en: 'Limited over the counter', id: 'Bebas terbatas' },
  keras: { en: 'Prescription only', id: 'Keras' },
}

export const obat: CollectionConfig = {
  slug: 'obat',
  labels: { singular: { en: 'Medicine', id: 'Obat' }, plural: { en: 'Medicines', id: 'Obat' } },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'sku', 'price', 'stock', 'unit', 'drugClass', 'active'],
    listSearchableFields: ['name', 'sku', 'barcode'],
    group: PHARMACY_GROUP,
    description: {
      en: 'What is sold. Stock is received and corrected in the stock movements.',
      id: 'Barang yang dijual. Stok masuk dan dikoreksi lewat mutasi stok.',
    },
  },
  access,
  disableDuplicate: true,
  versions: false,
  fields: [
    {
      name: 'name',
      type: 'text',
      label: { en: 'Name', id: 'Nama' },
      required: true,
      maxLength: 200,
    },
    {
      name: 'slug',
      type: 'text',
      unique: true,
      index: true,
      admin: {
        position: 'sidebar',
        description: {
          en: 'Made from the name if left empty.',
          id: 'Kosongkan agar dibuat dari nama.',
        },
      },
    },
    {
      type: 'row',
      fields: [
        { name: 'sku', type: 'text', label: 'SKU', unique: true, maxLength: 64 },
        { name: 'barcode', type: 'text', label: 'Barcode', unique: true, maxLength: 64 },
      ],
    },
    {
      type: 'row',
      fields: [
        rupiah('price', { en: 'Price (Rp)', id: 'Harga (Rp)' }),
        {
          name: 'unit',
          type: 'text',
          label: { en: 'Unit', id: 'Satuan' },
          defaultValue: 'pcs',
          maxLength: 32,
        },
      ],
    },
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
    {
      name: 'bpomNumber',
      type: 'text',
      label: { en: 'BPOM number', id: 'Nomor BPOM' },
      maxLength: 64,
    },
    { name: 'image', type: 'upload', label: { en: 'Picture', id: 'Gambar' }, relationTo: 'media' },
    { name: 'description', type: 'richText', label: { en: 'Description', id: 'Keterangan' } },
  ],
  hooks: {
    beforeValidate: [deriveSlug('obat', 'name'), blankCodesAreAbsent],
    beforeDelete: [keepKnownObat],
  },
}
