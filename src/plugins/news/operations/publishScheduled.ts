import type { Payload, PayloadRequest } from 'payload'
import { APIError, createLocalReq } from 'payload'

import { withTransaction } from '@/database/transactions'
import { notify } from '@/plugins/notifications'

import { articleGone } from '../errors'
import type { Scheduled } from '../schedule.sql'
import { dropScheduled, putOff, takeDue } from '../schedule.sql'
import { editorOf } from './editorOf'

/** Publishes an article, or takes it back, with the rights that who scheduled it has now. */
const carryOut = async (req: PayloadRequest, scheduled: Scheduled): Promise<void> => {
  req.user = await editorOf(req, scheduled.editor)
  const id = scheduled.article
  const found = await req.payload.findByID({
    collection: 'news',
    id,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: true,
  })
  if (!found) throw articleGone()
  await req.payload.update({
    collection: 'news',
    id,
    data: { _status: scheduled.type === 'unpublish' ? 'draft' : 'published' },
    depth: 0,
    req,
    overrideAccess: false,
  })
}

/** Who scheduled it reads in their inbox that it will not happen. */
const tellGivenUp = async (
  req: PayloadRequest,
  { id, article, type, editor }: Scheduled,
  reason: string,
): Promise<void> => {
  if (!editor) return
  const what = type === 'unpublish' ? 'Pembatalan terbit' : 'Penerbitan'
  await notify(req, {
    user: editor,
    kind: 'news-schedule-failed',
    title: `${what} terjadwal gagal`,
    body: `${what} artikel #${article} yang Anda jadwalkan tidak dapat dilakukan: ${reason}`,
    data: { article },
    key: `news-schedule-failed:${id}`,
  })
}

const note = async (payload: Payload, scheduled: Scheduled, error: unknown): Promise<void> => {
  payload.logger.error({
    err: error,
    msg: `Scheduled ${scheduled.type} of article ${scheduled.article}`,
  })
  // What a client would be told does not go away by waiting; a database that is away does.
  const isFinal = error instanceof APIError && error.status < 500
  const message = isFinal ? error.message : 'Kesalahan server.'
  const req = await createLocalReq({}, payload)
  await withTransaction(req, async () => {
    const isOver = await putOff(req, { id: scheduled.id, message, isFinal })
    if (isOver) await tellGivenUp(req, scheduled, message)
  })
}

/**
 * Works off what was scheduled and is due, one after another, each in a transaction of its own that holds
 * it: any number of instances may do so at once, and none does again what another has done.
 * @returns how many were carried out
 */
export const publishScheduled = async (payload: Payload): Promise<number> => {
  for (let done = 0; ;) {
    let taken: Scheduled | null = null
    const req = await createLocalReq({}, payload)
    try {
      await withTransaction(req, async () => {
        taken = await takeDue(req)
        if (!taken) return
        await carryOut(req, taken)
        await dropScheduled(req, taken.id)
      })
      if (!taken) return done
      done += 1
    } catch (error) {
      if (!taken) throw error
      await note(payload, taken, error)
    }
  }
}
