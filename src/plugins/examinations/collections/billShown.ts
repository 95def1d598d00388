import type { UIField } from 'payload'

import { isSaved } from '@/lib/fields'

const FOLDER = '@/plugins/examinations/admin/bill'

/** `PMR-0001`, in lists and in forms. */
export const NUMBER = {
  Cell: `${FOLDER}/NumberCell#NumberCell`,
  Field: `${FOLDER}/NumberShown#NumberShown`,
}

/** Σ of the lines while they are typed. */
export const LIVE_TOTAL = `${FOLDER}/LiveTotal#LiveTotal`

/** What a line is and costs, while it is typed. */
export const LINE_LABEL = `${FOLDER}/LineLabel#LineLabel`

/** What can be done with a bill: take its money, end its online payment, print, hand over its link. */
export const billActions: UIField = {
  name: 'actions',
  type: 'ui',
  admin: {
    position: 'sidebar',
    condition: isSaved,
    components: { Field: `${FOLDER}/BillActions#BillActions` },
  },
}

/** What it is called, above its page. */
export const billTitle: UIField = {
  name: 'title',
  type: 'ui',
  admin: { components: { Field: `${FOLDER}/BillTitle#BillTitle` } },
}
