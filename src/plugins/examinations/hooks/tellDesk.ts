import type { CollectionAfterChangeHook } from 'payload'

import { tell } from '@/plugins/realtime'
import type { Pemeriksaan } from '@/payload-types'

import { BILLS_CHANGED, BILLS_ROOM } from '../constants'

/** Every bill that is made or changes, by whomever, is told to those at the desk. */
export const tellDesk: CollectionAfterChangeHook<Pemeriksaan> = async ({ doc, req }) => {
  await tell(req, BILLS_ROOM, BILLS_CHANGED, { id: doc.id })
  return doc
}
