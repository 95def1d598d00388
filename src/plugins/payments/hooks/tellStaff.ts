import type { CollectionAfterChangeHook } from 'payload'

import type { Transaction } from '@/payload-types'

import { tellPanel } from '../operations/tellPanel'

/** The panel's pages of payments are kept fresh. */
export const tellStaff: CollectionAfterChangeHook<Transaction> = async ({ doc, req }) => {
  await tellPanel(req, doc.id)
  return doc
}
