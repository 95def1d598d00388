import type { Field, GroupField } from 'payload'

import { serverOnly } from '@/access'
import { RUPIAH_CELL } from '@/lib/fields'
import type { Said } from '@/lib/panel/said'

const figure = (name: string, label: Said, isAmount = true): Field => ({
  name,
  type: 'number',
  label,
  access: serverOnly,
  admin: { readOnly: true, ...(isAmount ? { components: { Cell: RUPIAH_CELL } } : {}) },
})

const MOVED_BY_HAND = [
  figure('paidIn', { en: 'Pay-ins', id: 'Kas masuk' }),
  figure('paidOut', { en: 'Pay-outs', id: 'Kas keluar' }),
]

/** What one method of payment came to, once the shift is closed; whole rupiah. */
const figuresOf = (name: string, label: Said, more: Field[] = []): GroupField => ({
  name,
  type: 'group',
  label,
  // In lists; a document's are shown by its report.
  admin: { condition: () => false },
  fields: [
    figure('count', { en: 'Entries', id: 'Catatan' }, false),
    figure('payments', { en: 'Payments', id: 'Pembayaran' }, false),
    figure('taken', { en: 'Taken', id: 'Diterima' }),
    figure('returned', { en: 'Returned', id: 'Dikembalikan' }),
    ...more,
    figure('expected', { en: 'Expected', id: 'Seharusnya' }),
    figure('counted', { en: 'Counted', id: 'Dihitung' }),
    figure('difference', { en: 'Difference', id: 'Selisih' }),
  ],
})

export const shiftFigures: Field[] = [
  figuresOf('cash', { en: 'Cash', id: 'Tunai' }, MOVED_BY_HAND),
  figuresOf('qris', { en: 'QRIS', id: 'QRIS' }),
  figuresOf('transfer', { en: 'Bank transfer', id: 'Transfer bank' }),
]
