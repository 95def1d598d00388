import type { CollectionConfig } from 'payload'

import { deriveSlug } from '@/lib/deriveSlug'
import { withListLinks } from '@/lib/panel/listLinks'
import { shownTo } from '@/lib/panel/shownTo'
import { rupiah } from '@/lib/fields'
import { refuseBadText } from '@/lib/refuseBadText'

import { obat as access } from '../access'
import { obatEndpoints } from '../endpoints/obat'
import { badDescription } from '../errors'
import { blankCodesAreAbsent } from '../hooks/blankCodesAreAbsent'
import { keepKnownObat } from '../hooks/keepKnownObat'
import { PHARMACY_GROUP } from './group'
import { obatSidebar } from './obatFields'

const IMPORT = { en: 'Import CSV', id: 'Impor CSV' }

export const obat: CollectionConfig = {
  slug: 'obat',
  labels: { singular: { en: 'Medicine', id: 'Obat' }, plural: { en: 'Medicines', id: 'Obat' } },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'sku', 'price', 'stock', 'unit', 'drugClass', 'active'],
    listSearchableFields: ['name', 'sku', 'barcode'],
    group: PHARMACY_GROUP,
    // Editors too: Lexical's cards refuse what is hidden from whoever writes them.
    hidden: shownTo('admin', 'cashier', 'doctor', 'editor'),
    components: {
      views: {
        edit: {
          stock: {
            path: '/stock',
            Component: '@/plugins/pharmacy/admin/stock/StockCardView#StockCardView',
            tab: {
              href: '/stock',
              order: 200,
              label: ({ t }) => t('pharmacy:stockCard'),
              condition: ({ permissions }) =>
                Boolean(permissions.collections?.['stock-movements']?.read),
            },
          },
        },
        import: {
          path: '/import',
          exact: true,
          Component: '@/plugins/pharmacy/admin/import/ImportView#ImportView',
        },
      },
    },
    description: {
      en: 'What is sold. Stock is received and corrected in the stock movements.',
      id: 'Barang yang dijual. Stok masuk dan dikoreksi lewat mutasi stok.',
    },
  },
  access,
  custom: withListLinks({ path: '/import', label: IMPORT, roles: ['admin'] }),
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
    ...obatSidebar,
    {
      name: 'bpomNumber',
      type: 'text',
      label: { en: 'BPOM number', id: 'Nomor BPOM' },
      maxLength: 64,
    },
    { name: 'image', type: 'upload', label: { en: 'Picture', id: 'Gambar' }, relationTo: 'media' },
    { name: 'description', type: 'richText', label: { en: 'Description', id: 'Keterangan' } },
  ],
  endpoints: obatEndpoints,
  hooks: {
    beforeOperation: [refuseBadText('description', badDescription)],
    beforeValidate: [deriveSlug('obat', 'name'), blankCodesAreAbsent],
    beforeDelete: [keepKnownObat],
  },
}
