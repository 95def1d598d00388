import type { Payload } from 'payload'
import { createLocalReq } from 'payload'

import { withTransaction } from '@/database/transactions'

import { lockUnusedFile } from '../chatFiles.sql'

/** Takes one file away, row and bytes. @returns its id, or null when none is left */
const sweepNext = async (payload: Payload, except: number[]): Promise<number | null> => {
  const req = await createLocalReq({}, payload)
  let id: number | null = null
  try {
    await withTransaction(req, async () => {
      id = await lockUnusedFile(req, except)
      if (id === null) return
      await payload.delete({ collection: 'chat-files', id, depth: 0, req, overrideAccess: true })
    })
  } catch (err) {
    if (id === null) throw err
    payload.logger.error({ err, msg: `Chat file ${id as number} could not be swept` })
  }
  return id
}

/** Takes away the files that were uploaded a day ago and never sent. */
export const sweepFiles = async (payload: Payload): Promise<void> => {
  const seen: number[] = []
  for (let id = await sweepNext(payload, seen); id !== null; id = await sweepNext(payload, seen)) {
    seen.push(id)
  }
}
