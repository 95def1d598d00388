import type { CollectionBeforeOperationHook } from 'payload'
import { Forbidden } from 'payload'

import type { Limit } from '@/lib/rateLimit'
import { consume } from '@/lib/rateLimit'

import { chatFiles as access } from '../access'
import { consultationNotFound, consultationOver, fileNeeded, notBegun } from '../chatErrors'
import { consultationId } from '../chatSchemas'
import type { ConsultationsOptions } from '../index'
import { roomFor } from '../operations/roomFor'

const UPLOADS: Limit = { name: 'chat-upload', points: 60, seconds: 60 * 60 }

/** A file comes from a participant of a consultation that is under way: anybody else costs no picture. */
export const admitChatFile =
  ({
    rateLimitFactor,
  }: Pick<ConsultationsOptions, 'rateLimitFactor'>): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    if (operation !== 'create') return
    if (!req.user || !(await access.create?.({ req }))) throw new Forbidden(req.t)
    if (!req.file) throw fileNeeded()
    const { data } = args as { data?: { consultation?: unknown } }
    const { data: id } = consultationId.safeParse(data?.consultation)
    if (id === undefined) throw consultationNotFound()
    const { room } = await roomFor(req.payload, req.user.id, id)
    if (room.status === 'expired') throw consultationOver()
    if (room.status === 'scheduled') throw notBegun()
    await consume(req, UPLOADS, String(req.user.id), rateLimitFactor)
  }
