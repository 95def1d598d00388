import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'
import { isSaved, rupiah, serverDate, serverUser } from '@/lib/fields'
import { idempotentCreate } from '@/lib/idempotentCreate'

import { shifts as access } from '../access'
import { REASON_MAX } from '../constants'
import { shiftEndpoints } from '../endpoints/shifts'
import { nameCashier } from '../hooks/nameCashier'
import { openOwnShift } from '../hooks/openOwnShift'
import { tellOwner } from '../hooks/tellOwner'
import { CASH_GROUP } from './group'
import { shiftFigures } from './shiftFigures'

/**
 * A drawer in one pair of hands, from its opening to its count. Creating one opens it; `close` counts
 * it, and from then on it never changes (migrations: cash desk guards).
 */
export const shifts: CollectionConfig = {
  slug: 'shifts',
  labels: {
    singular: { en: 'Cash shift', id: 'Shift kas' },
    plural: { en: 'All cash shifts', id: 'Riwayat shift kas' },
  },
  admin: {
    useAsTitle: 'id',
    defaultColumns: [
      'id',
      'cashierName',
      'openedAt',
      'closedAt',
      'openingFloat',
      'cash.taken',
      'cash.difference',
    ],
    group: CASH_GROUP,
    description: {
      en: 'Who held the drawer, from when to when, and what was in it at the end.',
      id: 'Siapa yang memegang laci kas, dari kapan sampai kapan, dan berapa isinya di akhir.',
    },
  },
  access,
  defaultSort: '-id',
  // Whose name is told must be read, whatever else is asked for.
  forceSelect: { cashier: true },
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  fields: [
    {
      name: 'report',
      type: 'ui',
      admin: {
        condition: isSaved,
        components: { Field: '@/plugins/payments/admin/shift/ReportField#ReportField' },
      },
    },
    rupiah('openingFloat', { en: 'Opening float (Rp)', id: 'Modal awal (Rp)' }),
    {
      name: 'note',
      type: 'textarea',
      label: { en: 'Note', id: 'Catatan' },
      maxLength: REASON_MAX,
    },
    serverUser('cashier', { en: 'Cashier', id: 'Kasir' }),
    {
      name: 'cashierName',
      type: 'text',
      virtual: true,
      label: { en: "Cashier's name", id: 'Nama kasir' },
      access: serverOnly,
      // In lists; a document shows it in its report.
      admin: { readOnly: true, disableListFilter: true, condition: () => false },
      hooks: { afterRead: [nameCashier] },
    },
    serverDate('openedAt', { en: 'Opened at', id: 'Dibuka pada' }),
    serverDate('closedAt', { en: 'Closed at', id: 'Ditutup pada' }),
    {
      name: 'isAutomatic',
      type: 'checkbox',
      label: { en: 'Opened by a payment', id: 'Dibuka oleh pembayaran' },
      defaultValue: false,
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar', condition: isSaved },
    },
    ...shiftFigures,
  ],
  endpoints: [idempotentCreate('shifts'), ...shiftEndpoints],
  hooks: { beforeValidate: [openOwnShift], afterChange: [tellOwner] },
}
